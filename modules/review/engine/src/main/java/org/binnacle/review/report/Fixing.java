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

  /// @param applied titles of the fixes, with their lines
  public record Fixed(String text, List<String> applied) {
    public Fixed {
      applied = List.copyOf(applied);
    }
  }

  public Fixed fix(FileReport file, String text) {
    var out = new StringBuilder();
    var applied = new ArrayList<String>();
    int at = 0;
    for (StatementReport s : file.statements()) {
      out.append(text, at, s.offset());
      out.append(fix(s, applied));
      at = s.offset() + s.text().length();
    }
    return new Fixed(out.append(text.substring(at)).toString(), applied);
  }

  private String fix(StatementReport s, List<String> applied) {
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
      return s.text();
    }
    String fixed = new Fix("", edits, true).on(s.text());
    if (!(parser.parse(fixed) instanceof Parsed.Understood)) {
      return s.text();
    }
    applied.addAll(titles);
    return fixed;
  }

  private static boolean overlaps(Span span, List<Edit> edits) {
    return edits.stream()
        .anyMatch(e -> span.start() <= e.span().end() && e.span().start() <= span.end());
  }
}
