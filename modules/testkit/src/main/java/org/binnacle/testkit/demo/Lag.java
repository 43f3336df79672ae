package org.binnacle.testkit.demo;

import java.sql.Connection;
import java.sql.SQLException;

/// Stops the applier of a replica for a while, so that it lags and catches up.
record Lag(Pace pace) implements Behaviour {

  @Override
  public void act(Connection connection) throws SQLException, InterruptedException {
    Behaviour.pause(pace.lagPause());
    // A delay rather than a stop: the threads stay "Yes" and the lag grows, as under real load.
    Behaviour.run(connection, "STOP REPLICA SQL_THREAD");
    try {
      Behaviour.run(
          connection, "CHANGE REPLICATION SOURCE TO SOURCE_DELAY = " + pace.lagHold().toSeconds());
    } finally {
      Behaviour.run(connection, "START REPLICA SQL_THREAD");
    }
    Behaviour.pause(pace.lagHold().multipliedBy(2));
    Behaviour.run(connection, "STOP REPLICA SQL_THREAD");
    Behaviour.run(connection, "CHANGE REPLICATION SOURCE TO SOURCE_DELAY = 0");
    Behaviour.run(connection, "START REPLICA SQL_THREAD");
  }
}
