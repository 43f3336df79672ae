package org.binnacle.review.view.statistics;

import java.time.Instant;
import java.time.ZoneId;
import org.binnacle.review.history.ReviewHistory;
import org.binnacle.review.history.Scope;
import org.binnacle.review.statistics.Sheet;
import org.binnacle.review.statistics.Sheets;
import org.binnacle.review.statistics.Statistics.Who;
import org.binnacle.review.statistics.Step;

/// The statistics that can be chosen.
enum What {
  TOP_RULES("Top rules", "found"),
  PROJECTS("Trend by project", "from"),
  AUTHORS("Trend by author", "from"),
  REPEATED("Repeated findings", "places"),
  TIME_TO_FIX("Time to fix", "medianHours"),
  SUPPRESSIONS("Suppressed", "rate"),
  RUNS("Kept runs", "at");

  private static final int MOST = 2_000;

  private final String words;
  private final String sorted;

  What(String words, String sorted) {
    this.words = words;
    this.sorted = sorted;
  }

  /// The column that it is sorted by at first, the largest first.
  String sorted() {
    return sorted;
  }

  /// Not on the FX thread.
  ///
  /// @param step of trends
  Sheet ask(ReviewHistory history, Scope scope, Step step, Instant now) {
    var statistics = history.statistics();
    return switch (this) {
      case TOP_RULES -> Sheets.topRules(statistics.topRules(scope));
      case PROJECTS ->
          Sheets.trend(
              statistics.trend(scope, Who.PROJECT, step, ZoneId.systemDefault()), Who.PROJECT);
      case AUTHORS ->
          Sheets.trend(
              statistics.trend(scope, Who.AUTHOR, step, ZoneId.systemDefault()), Who.AUTHOR);
      case REPEATED -> Sheets.repeated(statistics.repeated(scope, MOST));
      case TIME_TO_FIX -> Sheets.timeToFix(statistics.timeToFix(scope, now));
      case SUPPRESSIONS -> Sheets.suppressions(statistics.suppressions(scope));
      case RUNS -> Sheets.runs(history.runs(scope, MOST));
    };
  }

  @Override
  public String toString() {
    return words;
  }
}
