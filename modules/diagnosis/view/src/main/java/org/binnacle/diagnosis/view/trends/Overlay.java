package org.binnacle.diagnosis.view.trends;

import java.time.Duration;

/// Which earlier time is drawn behind.
enum Overlay {
  NONE("nothing behind", Duration.ZERO),
  YESTERDAY("same time yesterday", Duration.ofDays(1)),
  LAST_WEEK("same time last week", Duration.ofDays(7));

  private final String words;
  private final Duration ago;

  Overlay(String words, Duration ago) {
    this.words = words;
    this.ago = ago;
  }

  Duration ago() {
    return ago;
  }

  @Override
  public String toString() {
    return words;
  }
}
