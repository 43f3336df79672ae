package org.binnacle.diagnosis.view.topsql;

import java.time.Duration;

/// With what a window is compared.
enum Versus {
  NOTHING("no comparison", Duration.ZERO),
  BEFORE("with the same time before", Duration.ZERO),
  HOUR("with an hour before", Duration.ofHours(1)),
  DAY("with a day before", Duration.ofDays(1)),
  WEEK("with a week before", Duration.ofDays(7));

  private final String words;
  private final Duration earlier;

  Versus(String words, Duration earlier) {
    this.words = words;
    this.earlier = earlier;
  }

  /// How much earlier the other window is.
  Duration earlier(TimeSpan than) {
    return this == BEFORE ? than.length() : earlier;
  }

  @Override
  public String toString() {
    return words;
  }
}
