package org.binnacle.diagnosis.kill;

import java.time.Duration;

/// How fast the kills of a run follow each other.
///
/// @param between waited after each kill before the next one is looked at, so that those it has
///   released can go on and the next victim may end by itself (pt-kill calls it wait-after-kill)
/// @param after how long the killed ones are watched after the last kill; the run ends earlier
///   where all have ended
public record Pacing(Duration between, Duration after) {
  /// The longest that either may be; a preview does not hold longer.
  public static final Duration LONGEST = KillPlan.HOLDS;

  /// @throws IllegalArgumentException where a time is negative or longer than {@link #LONGEST}
  public Pacing {
    check(between);
    check(after);
  }

  private static void check(Duration time) {
    if (time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("not from 0 to " + LONGEST + ": " + time);
    }
  }

  /// One after the other, watched for three seconds.
  public static Pacing standard() {
    return new Pacing(Duration.ZERO, Duration.ofSeconds(3));
  }
}
