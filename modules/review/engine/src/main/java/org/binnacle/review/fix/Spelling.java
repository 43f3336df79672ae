package org.binnacle.review.fix;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.review.Edit;
import org.binnacle.review.Fix;
import org.binnacle.review.report.Lines;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;
import org.binnacle.sql.Span;

/// A misspelt word as the one that the grammar's message names.
final class Spelling {
  private static final Pattern MEANT = Pattern.compile("did you mean ([A-Za-z_]+)\\?");

  private Spelling() {}

  /// A fix of the statement's text; nothing where the message names no word.
  static Optional<Fix> of(StatementReport s, Told told) {
    Matcher meant = MEANT.matcher(told.message());
    if (!meant.find() || told.line() != told.endLine()) {
      return Optional.empty();
    }
    String word = meant.group(1);
    var lines = new Lines(s.text());
    int line = told.line() - s.line() + 1;
    int column = line == 1 ? told.column() - s.column() + 1 : told.column();
    int length = told.endColumn() - told.column();
    for (int at = 0; at + length <= s.text().length(); at++) {
      if (lines.line(at) == line && lines.column(at) == column) {
        return Optional.of(
            new Fix("write " + word, List.of(new Edit(new Span(at, at + length), word)), false));
      }
    }
    return Optional.empty();
  }
}
