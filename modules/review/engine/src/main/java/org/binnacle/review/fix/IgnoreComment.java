package org.binnacle.review.fix;

import java.util.List;
import org.binnacle.review.Edit;
import org.binnacle.review.Fix;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;
import org.binnacle.sql.Span;

/// A comment before a statement that suppresses a rule.
final class IgnoreComment {
  private IgnoreComment() {}

  static Offer of(String text, StatementReport s, Told told) {
    int line = text.lastIndexOf('\n', Math.max(0, s.offset() - 1)) + 1;
    if (s.offset() == 0) {
      line = 0;
    }
    String before = text.substring(line, s.offset());
    // Behind another statement of the same line a comment would count for that one: it goes inside.
    int word = s.offset() + wordEnd(s.text());
    Edit edit =
        before.isBlank()
            ? new Edit(
                new Span(line, line), before + "-- review:ignore " + told.rule() + " reason\n")
            : new Edit(new Span(word, word), " /* review:ignore " + told.rule() + " reason */");
    return new Offer(
        Offer.Kind.IGNORE,
        new Fix("ignore " + told.rule() + " here", List.of(edit), false),
        s.index() - 1);
  }

  private static int wordEnd(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// Behind the delimiter and the line's end that follow a statement.
  static int behind(String text, int end) {
    int at = end;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    at = at < text.length() && text.charAt(at) == ';' ? at + 1 : end;
    if (text.startsWith("\r\n", at)) {
      return at + 2;
    }
    return at < text.length() && text.charAt(at) == '\n' ? at + 1 : at;
  }
}
