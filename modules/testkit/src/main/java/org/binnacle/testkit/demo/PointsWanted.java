package org.binnacle.testkit.demo;

import java.sql.Connection;
import java.sql.SQLException;

/// A visitor whose points cannot be booked while the back office holds his row.
record PointsWanted(Pace pace) implements Behaviour {

  @Override
  public void act(Connection connection) throws SQLException, InterruptedException {
    Behaviour.run(
        connection,
        "UPDATE customers SET points = points + 1, last_seen_at = NOW() WHERE id = "
            + Forgetful.CUSTOMER);
    Behaviour.pause(pace.slowQuery());
  }
}
