package org.binnacle.review.live;

import java.time.Duration;

/// How much a review may ask.
///
/// @param plans statements that are explained at most
/// @param time all questions together
public record LiveLimits(int plans, Duration time) {
  /// More statements than any change has.
  public static final int MOST_PLANS = 100_000;

  /// An hour.
  public static final int MOST_SECONDS = 3_600;

  public static LiveLimits standard() {
    return new LiveLimits(500, Duration.ofMinutes(2));
  }
}
