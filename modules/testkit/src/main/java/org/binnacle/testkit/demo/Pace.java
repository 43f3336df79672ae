package org.binnacle.testkit.demo;

import java.time.Duration;

/// How often the traffic shows what. Each pause is drawn between half and one and a half of what
/// stands here.
///
/// @param think pause of a shopper between two acts
/// @param slowQuery pause between two slow queries
/// @param hotHold how long the hot row stays locked
/// @param idlePause pause between two forgotten transactions
/// @param idleHold how long one stays open
/// @param deadlock pause between two deadlocks
/// @param lagPause pause between two lags
/// @param lagHold how long the applier of a replica stands still
public record Pace(
    Duration think,
    Duration slowQuery,
    Duration hotHold,
    Duration idlePause,
    Duration idleHold,
    Duration deadlock,
    Duration lagPause,
    Duration lagHold) {

  /// What a laptop bears while somebody works on it.
  public static Pace calm() {
    return new Pace(
        Duration.ofMillis(700),
        Duration.ofSeconds(25),
        Duration.ofMillis(2500),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        Duration.ofSeconds(40),
        Duration.ofSeconds(100),
        Duration.ofSeconds(30));
  }

  /// All of it within seconds, for tests and pictures.
  public static Pace brisk() {
    return new Pace(
        Duration.ofMillis(400),
        Duration.ofSeconds(2),
        Duration.ofMillis(1500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofSeconds(3),
        Duration.ofSeconds(3),
        Duration.ofSeconds(8));
  }
}
