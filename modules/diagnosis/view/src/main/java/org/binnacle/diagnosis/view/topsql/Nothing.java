package org.binnacle.diagnosis.view.topsql;

import java.util.List;
import org.binnacle.diagnosis.topsql.Missing;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.kernel.InstanceRef;

/// What an empty table of statements says: why there is nothing, and what to do about it.
final class Nothing {
  private static final String ICON = "mdi2c-counter";

  private Nothing() {}

  /// Before anything was counted.
  static void yet(LiveTable<?, ?> of) {
    of.whenEmpty(Placeholder.loading("Counting: the first figures come after ten seconds"));
  }

  /// Before the first look at what runs.
  static void sampling(LiveTable<?, ?> of) {
    of.rows(List.of());
    of.whenEmpty(Placeholder.loading("Looking at what runs each second"));
  }

  /// This run counts no statements.
  static void counted(LiveTable<?, ?> of) {
    of.whenEmpty(Placeholder.of(ICON, "Not counted here", "This run counts no statements."));
  }

  /// No stretch of time was said yet.
  static void chosen(LiveTable<?, ?> of) {
    of.rows(List.of());
    of.whenEmpty(
        Placeholder.of(ICON, "No time is chosen", "What is wanted stands in the line above."));
  }

  /// @param sample what to do where no instance counts statements
  /// @return whether some instance tells something
  static boolean in(
      LiveTable<?, ?> of,
      TopWindow seen,
      List<InstanceRef> instances,
      Window window,
      Runnable sample) {
    if (seen.missing().size() == instances.size()) {
      Missing why = seen.missing().getFirst();
      of.whenEmpty(Placeholder.of(ICON, why.words(), why.remedy(), "Sample what runs", sample));
      return false;
    }
    if (!seen.measured().isZero()) {
      of.whenEmpty(
          window == Window.SAMPLED
              ? Placeholder.of(ICON, "Nothing was seen to run", "Looking each second.")
              : Placeholder.of(ICON, "No statement ended", "Nothing ran in this time."));
    } else if (window.lately()) {
      yet(of);
    } else {
      of.whenEmpty(
          Placeholder.of(
              ICON,
              "Nothing was kept of that time",
              "Statements are kept while this view is open, or in the back of an open tab."));
    }
    return true;
  }

  /// Of the window that another is compared with.
  static void before(LiveTable<?, ?> of) {
    of.whenEmpty(
        Placeholder.of(
            "mdi2c-compare-horizontal",
            "Nothing is known of the time before",
            "Statements are counted from the moment this view was opened, and kept by the"
                + " hour. Choose another time, or wait."));
  }
}
