package org.binnacle.review.rule.query;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.TokenType;

/// A statement should have few placeholders.
public final class Placeholders implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.prepared-placeholders", Level.WARNING)
          .param("max", 1000, "placeholders")
          .says("A statement should have few placeholders.")
          .because(
              "The server takes 65,535; long before that each number of them is a "
                  + "statement of its own to parse and to keep.")
          .with("max", 3)
          .bad("SELECT a FROM t WHERE b IN (?, ?, ?, ?);")
          .good("SELECT a FROM t WHERE b IN (?, ?, ?);")
          .near("SELECT a FROM t WHERE b IN ('?', '?', '?', '?');")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Words w = Words.of(s);
    int n = 0;
    for (int i = 0; i < w.size(); i++) {
      n += w.is(i, TokenType.PLACEHOLDER) ? 1 : 0;
    }
    if (n > 65_535) {
      out.as(
          Level.ERROR,
          s.head(),
          "",
          "%,d placeholders: the server refuses more than 65,535 (1390).".formatted(n));
    } else if (n > out.number("max")) {
      out.at(s.head(), "", "%,d placeholders, %,d are allowed.".formatted(n, out.number("max")));
    }
  }
}
