package org.binnacle.review.rule.query;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.TokenType;

/// A date should be in quotes.
public final class DateLiteral implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.date-literal", Level.ERROR)
          .says("A date should be in quotes.")
          .because("2024-01-31 without quotes is 2024 minus 1 minus 31.")
          .bad("SELECT a FROM t WHERE d >= 2024-01-31;")
          .bad("UPDATE t SET d = 2024-1-5 WHERE id = 1;")
          .good("SELECT a FROM t WHERE d >= '2024-01-31';")
          .near("SELECT 2024 - 1 - 31;")
          .near("SELECT a FROM t WHERE n = 5000-10-20;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Words w = Words.of(s);
    for (int i = 0; i < w.size(); i++) {
      look(s, w, i, out);
    }
  }

  private static void look(Subject s, Words w, int i, Findings out) {
    if (w.is(i, TokenType.NUMBER)
        && w.sign(i + 1, "-")
        && w.is(i + 2, TokenType.NUMBER)
        && w.sign(i + 3, "-")
        && w.is(i + 4, TokenType.NUMBER)
        && w.get(i + 4).end() - w.get(i).offset()
            == w.in(i).length() + w.in(i + 2).length() + w.in(i + 4).length() + 2
        && between(w.in(i), 4, 1900, 2199)
        && between(w.in(i + 2), 2, 1, 12)
        && between(w.in(i + 4), 2, 1, 31)) {
      Span all = w.span(i, i + 4);
      out.at(
          all,
          "",
          all.in(s.text()) + " is a subtraction: a date stands in quotes.",
          Said.fix("put it in quotes", false, all, "'" + all.in(s.text()) + "'"));
    }
  }

  private static boolean between(String digits, int longest, int least, int most) {
    if (digits.length() > longest || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int n = Integer.parseInt(digits);
    return n >= least && n <= most;
  }
}
