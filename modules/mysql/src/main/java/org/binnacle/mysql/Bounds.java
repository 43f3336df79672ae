package org.binnacle.mysql;

import java.time.Duration;

/// Time limits of a session.
///
/// @param connect until the login is done
/// @param statement limit that the server itself enforces (max_execution_time, max_statement_time)
/// @param socket longest silence of the network before the connection is given up
/// @param lockWait lock_wait_timeout
public record Bounds(Duration connect, Duration statement, Duration socket, Duration lockWait) {

  /// The monitoring contract: 2 s, 1 s, 5 s, 2 s.
  public static Bounds monitoring() {
    return new Bounds(
        Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(2));
  }

  /// Short acts of a user: KILL, a look at one statement.
  public static Bounds action() {
    return new Bounds(
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(2));
  }
}
