package org.binnacle.review.rule.query;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// NOW() should be asked, not SYSDATE().
public final class Sysdate implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.sysdate", Level.WARNING)
          .says("NOW() should be asked, not SYSDATE().")
          .because(
              "SYSDATE() is another time in each row, is not safe for "
                  + "statement-based replication, and is no constant to an index.")
          .bad("SELECT a FROM t WHERE b < SYSDATE();")
          .good("SELECT a FROM t WHERE b < NOW();")
          .near("SELECT sysdate FROM t WHERE b = 1;")
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
    if (w.call(i, "SYSDATE")) {
      out.at(
          w.span(i),
          "",
          "SYSDATE() is another time in each row: NOW() is one for the statement.",
          Said.fix("write NOW", false, w.span(i), "NOW"));
    }
  }
}
