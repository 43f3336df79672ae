package org.binnacle.review.view.folder;

import org.binnacle.review.Level;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.FileState;

/// The state of a file as its line in the tree tells it: an icon, a colour, a word.
///
/// @param icon an Ikonli literal
/// @param colour a token
/// @param words such as `3 errors, 1 warning`
record Badge(String icon, String colour, String words) {

  static Badge of(FileOutcome outcome) {
    return switch (outcome) {
      case FileOutcome.Waiting w -> new Badge("mdi2c-clock-outline", "grey", "");
      case FileOutcome.Running r -> new Badge("mdi2p-progress-clock", "blue", "running");
      case FileOutcome.Unread u -> new Badge("mdi2f-file-cancel-outline", "grey", "not read");
      case FileOutcome.Done(FileReport report) -> of(report);
    };
  }

  private static Badge of(FileReport report) {
    FileState state = FileState.of(report);
    String counts = counts(report);
    return switch (state) {
      case RULE_FAILED -> new Badge("mdi2b-bug-outline", "red", state.words());
      case SYNTAX_ERROR -> new Badge("mdi2c-close-octagon-outline", "red", state.words());
      case FINDINGS -> new Badge(icon(report), colour(report), counts);
      case PARTLY -> new Badge("mdi2c-circle-half-full", "yellow", state.words());
      case PASSED -> new Badge("mdi2c-check-circle-outline", "green", state.words());
    };
  }

  private static String counts(FileReport report) {
    var words = new StringBuilder();
    for (Level level : Level.values()) {
      long count = report.count(level);
      if (count > 0) {
        words
            .append(words.isEmpty() ? "" : ", ")
            .append("%,d %s%s".formatted(count, level.word(), count == 1 ? "" : "s"));
      }
    }
    return words.toString();
  }

  private static String icon(FileReport report) {
    return report.count(Level.ERROR) > 0
        ? "mdi2a-alert-octagon-outline"
        : report.count(Level.WARNING) > 0 ? "mdi2a-alert-outline" : "mdi2i-information-outline";
  }

  private static String colour(FileReport report) {
    return report.count(Level.ERROR) > 0
        ? "red"
        : report.count(Level.WARNING) > 0 ? "orange" : "blue";
  }
}
