package org.binnacle.review.statistics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// How long a piece of a trend is.
public enum Step {
  DAY,
  WEEK,
  MONTH;

  /// The first day of the piece that a day is in; weeks begin on Mondays.
  public LocalDate from(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }
}
