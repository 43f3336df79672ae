package org.binnacle.testkit.demo;

import java.sql.Connection;
import java.sql.SQLException;

/// A checkout that reserves the best-selling product and calls the payment provider while it still
/// holds the row: all others queue behind it.
record HotRow(Pace pace) implements Behaviour {

  @Override
  public void act(Connection connection) throws SQLException, InterruptedException {
    connection.setAutoCommit(false);
    Behaviour.run(
        connection,
        "UPDATE stock SET reserved = reserved + 1, changed_at = NOW(3) WHERE product_id = 1");
    Behaviour.pause(pace.hotHold());
    connection.commit();
    connection.setAutoCommit(true);
    Behaviour.pause(pace.think());
  }
}
