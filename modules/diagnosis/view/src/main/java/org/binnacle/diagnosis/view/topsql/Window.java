package org.binnacle.diagnosis.view.topsql;

import java.time.Duration;

/// What stretch of time is shown.
enum Window {
  MINUTE("last minute", Duration.ofMinutes(1)),
  FIVE("last 5 minutes", Duration.ofMinutes(5)),
  FIFTEEN("last 15 minutes", Duration.ofMinutes(15)),
  HOUR("last hour", Duration.ofMinutes(60)),
  START("since the server counts", Duration.ZERO),
  MARKS("between A and B", Duration.ZERO),
  KEPT("kept hours...", Duration.ZERO),
  SAMPLED("sampled from now", Duration.ZERO);

  private final String words;
  private final Duration length;

  Window(String words, Duration length) {
    this.words = words;
    this.length = length;
  }

  Duration length() {
    return length;
  }

  /// Whether its stretch of time ends now.
  boolean lately() {
    return this != MARKS && this != KEPT;
  }

  /// Whether it can be compared with another time.
  boolean comparable() {
    return this != START && this != SAMPLED;
  }

  @Override
  public String toString() {
    return words;
  }
}
