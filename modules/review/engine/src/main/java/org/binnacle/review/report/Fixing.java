package org.binnacle.review.report;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.review.Edit;
import org.binnacle.review.Fix;
import org.binnacle.sql.Span;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.parse.SqlParser;

/// Applies the safe fixes of a report to a file's text. A statement that would not be understood
/// afterwards stays as it is.
public final class Fixing {
  private final SqlParser parser;

  public Fixing(SqlParser parser) {
    this.parser = parser;
  }

  /// @param text with the fixes made
  /// @param changes of the old text
  /// @param applied titles of the fixes, with their lines
  public record Fixed(String text, List<UnifiedDiff.Change> changes, List<String> applied) {
    public Fixed {
      changes = List.copyOf(changes);
      applied = List.copyOf(applied);
    }
  }

  public Fixed fix(FileReport file, String text) {
    var changes = new ArrayList<UnifiedDiff.Change>();
    var applied = new ArrayList<String>();
    for (StatementReport s : file.statements()) {
      fix(s, changes, applied);
    }
    var out = new StringBuilder();
    int at = 0;
    for (UnifiedDiff.Change change : changes) {
      out.append(text, at, change.start()).append(change.replacement());
      at = change.end();
    }
    return new Fixed(out.append(text.substring(at)).toString(), changes, applied);
  }

  private void fix(StatementReport s, List<UnifiedDiff.Change> changes, List<String> applied) {
    var edits = new ArrayList<Edit>();
    var titles = new ArrayList<String>();
    for (Told told : s.findings()) {
      if (told.state() == Told.State.OPEN
          && told.fix().filter(Fix::safe).isPresent()
          && told.fix().get().edits().stream().noneMatch(e -> overlaps(e.span(), edits))) {
        edits.addAll(told.fix().get().edits());
        titles.add(told.line() + ": " + told.fix().get().title());
      }
    }
    if (edits.isEmpty()) {
      return;
    }
    Fix all = new Fix("", edits, true);
    if (parser.parse(all.on(s.text())) instanceof Parsed.Understood) {
      for (Edit edit : all.edits()) {
        changes.add(
            new UnifiedDiff.Change(
                s.offset() + edit.span().start(),
                s.offset() + edit.span().end(),
                edit.replacement()));
      }
      applied.addAll(titles);
    }
  }

  private static boolean overlaps(Span span, List<Edit> edits) {
    return edits.stream()
        .anyMatch(e -> span.start() <= e.span().end() && e.span().start() <= span.end());
  }
}
