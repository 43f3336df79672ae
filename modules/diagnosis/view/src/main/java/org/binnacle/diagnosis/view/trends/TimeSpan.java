package org.binnacle.diagnosis.view.trends;

import java.time.Duration;

/// How far back the charts go.
enum TimeSpan {
  MINUTES("10 min", Duration.ofMinutes(10)),
  HOUR("1 hour", Duration.ofHours(1)),
  SIX_HOURS("6 hours", Duration.ofHours(6)),
  DAY("1 day", Duration.ofDays(1)),
  WEEK("7 days", Duration.ofDays(7)),
  MONTH("30 days", Duration.ofDays(30));

  private final String words;
  private final Duration length;

  TimeSpan(String words, Duration length) {
    this.words = words;
    this.length = length;
  }

  Duration length() {
    return length;
  }

  @Override
  public String toString() {
    return words;
  }
}
