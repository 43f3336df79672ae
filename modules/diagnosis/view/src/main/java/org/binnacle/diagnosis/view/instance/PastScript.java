package org.binnacle.diagnosis.view.instance;

import java.util.List;
import java.util.function.Function;
import org.binnacle.diagnosis.lock.PastStatement;
import org.binnacle.diagnosis.session.Span;

/// Statements that a session has run, in the order in which they ran, so that they read like a
/// script; what is known of each stands in a comment above it.
public final class PastScript {
  private PastScript() {}

  /// With how long ago each ended.
  ///
  /// @param past newest first
  public static String of(List<PastStatement> past) {
    return of(past, one -> one.agoUs() < 0 ? "before" : Span.wholeSeconds(one.agoUs()) + " ago");
  }

  /// @param past newest first
  /// @param when tells when a statement ended, in words
  /// @return lines that end in a line break; empty where there is no statement
  public static String of(List<PastStatement> past, Function<PastStatement, String> when) {
    var text = new StringBuilder();
    for (PastStatement one : past.reversed()) {
      text.append("-- ")
          .append(when.apply(one))
          .append(one.tookUs() < 0 ? "" : ", took " + Span.words(one.tookUs()))
          .append(one.rowsAffected() > 0 ? ", rows: %,d".formatted(one.rowsAffected()) : "")
          .append('\n')
          .append(one.sql().isEmpty() ? "-- (no text was kept)" : one.sql() + ";")
          .append('\n');
    }
    return text.toString();
  }
}
