package org.binnacle.review.rule.query;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// SQL_CALC_FOUND_ROWS should not be used.
public final class CalcFoundRows implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.calc-found-rows", Level.WARNING)
          .says("SQL_CALC_FOUND_ROWS should not be used.")
          .because(
              "It reads all rows in spite of LIMIT, is deprecated since 8.0.17, and "
                  + "a COUNT(*) beside the query is faster.")
          .bad("SELECT SQL_CALC_FOUND_ROWS a FROM t WHERE b = 1 ORDER BY a LIMIT 10;")
          .bad("SELECT FOUND_ROWS();")
          .good("SELECT a FROM t WHERE b = 1 ORDER BY a LIMIT 10;")
          .near("SELECT 'SQL_CALC_FOUND_ROWS' FROM t WHERE b = 1;")
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
    if (w.words(i, "SQL_CALC_FOUND_ROWS")) {
      out.at(
          w.span(i),
          "",
          "SQL_CALC_FOUND_ROWS reads every row in spite of LIMIT: ask for COUNT(*) by itself.");
    } else if (w.call(i, "FOUND_ROWS")) {
      out.at(
          w.span(i),
          "",
          "FOUND_ROWS() is deprecated with SQL_CALC_FOUND_ROWS: ask for COUNT(*) by itself.");
    }
  }
}
