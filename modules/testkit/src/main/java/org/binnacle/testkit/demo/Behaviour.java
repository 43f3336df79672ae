package org.binnacle.testkit.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// What one connection of the traffic does, over and over.
interface Behaviour {

  /// One act with the pauses in it. Leaves no transaction open. A server's refusal (deadlock, lock
  /// wait timeout, killed) ends the act; the next one begins.
  void act(Connection connection) throws SQLException, InterruptedException;

  /// Sleeps between half and one and a half of the duration.
  static void pause(Duration about) throws InterruptedException {
    long ms = Math.max(2, about.toMillis());
    Thread.sleep(ms / 2 + ThreadLocalRandom.current().nextLong(ms));
  }

  /// Runs one statement; rows are read and dropped.
  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// A number from 1 to the limit.
  static int pick(int limit) {
    return 1 + ThreadLocalRandom.current().nextInt(limit);
  }
}
