package org.binnacle.review.history;

import org.binnacle.review.Level;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;

/// A finding as one run saw it.
///
/// @param kind of its statement, such as `ddl`
/// @param statement number of the statement in its file, from 1
/// @param author of its line; empty where nobody is known
public record Seen(
    Mark mark,
    Level level,
    String kind,
    int statement,
    int line,
    String message,
    String author,
    Told.State state) {

  static Seen of(StatementReport statement, Told told, String author) {
    return new Seen(
        new Mark(told.rule(), statement.fingerprint(), told.object()),
        told.level(),
        statement.kind(),
        statement.index(),
        told.line(),
        told.message(),
        author,
        told.state());
  }

  /// The same without its author.
  public Seen anonymous() {
    return new Seen(mark, level, kind, statement, line, message, "", state);
  }
}
