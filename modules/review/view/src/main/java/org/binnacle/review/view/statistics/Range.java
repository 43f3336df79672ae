package org.binnacle.review.view.statistics;

import java.time.Duration;
import java.time.Instant;
import org.binnacle.review.history.Scope;
import org.binnacle.review.statistics.Step;

/// How far back, and in what pieces a trend is then.
enum Range {
  WEEK("last 7 days", 7, Step.DAY),
  MONTH("last 30 days", 30, Step.WEEK),
  QUARTER("last 90 days", 90, Step.WEEK),
  YEAR("last 365 days", 365, Step.MONTH),
  ALL("all time", 0, Step.MONTH);

  private final String words;
  private final int days;
  private final Step step;

  Range(String words, int days, Step step) {
    this.words = words;
    this.days = days;
    this.step = step;
  }

  Scope scope(Instant now) {
    return days == 0 ? Scope.ALL : Scope.ALL.since(now.minus(Duration.ofDays(days)));
  }

  Step step() {
    return step;
  }

  @Override
  public String toString() {
    return words;
  }
}
