package org.binnacle.review.rule.query;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// Unequal should be written <>.
public final class NotEqualStyle implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.not-equal-style", Level.NOTICE)
          .off()
          .says("Unequal should be written <>.")
          .because("That is how the standard writes it; a matter of style.")
          .bad("SELECT a FROM t WHERE b != 1;")
          .good("SELECT a FROM t WHERE b <> 1;")
          .near("SELECT a FROM t WHERE b = '!=';")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Words w = Words.of(s);
    for (int i = 0; i < w.size(); i++) {
      look(w, i, out);
    }
  }

  private static void look(Words w, int i, Findings out) {
    if (w.sign(i, "!=")) {
      out.at(w.span(i), "", "Write <>.", Said.fix("write <>", true, w.span(i), "<>"));
    }
  }
}
