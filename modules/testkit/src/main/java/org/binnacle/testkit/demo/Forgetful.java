package org.binnacle.testkit.demo;

import java.sql.Connection;
import java.sql.SQLException;

/// A back-office screen that opens a transaction, changes a customer and waits for its user.
record Forgetful(Pace pace) implements Behaviour {
  static final int CUSTOMER = 7;

  @Override
  public void act(Connection connection) throws SQLException, InterruptedException {
    Behaviour.pause(pace.idlePause());
    connection.setAutoCommit(false);
    Behaviour.run(connection, "SELECT * FROM customers WHERE id = " + CUSTOMER + " FOR UPDATE");
    Behaviour.run(connection, "UPDATE customers SET city = 'Bergen' WHERE id = " + CUSTOMER);
    Behaviour.pause(pace.idleHold());
    connection.rollback();
    connection.setAutoCommit(true);
  }
}
