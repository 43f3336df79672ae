package org.binnacle.review.live;

import java.time.Duration;

/// How much a review may ask.
///
/// @param plans statements that are explained at most
/// @param time all questions together
public record LiveLimits(int plans, Duration time) {

  public static LiveLimits standard() {
    return new LiveLimits(500, Duration.ofMinutes(2));
  }
}
