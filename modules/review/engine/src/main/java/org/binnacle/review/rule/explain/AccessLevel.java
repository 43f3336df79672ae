package org.binnacle.review.rule.explain;

import java.util.Locale;
import java.util.Map;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanStep;

/// Tables should be read in a way no worse than a policy says.
public final class AccessLevel implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.access-level", Level.NOTICE)
          .off()
          .needs(Need.REPLICA)
          .says("Tables should be read in a way no worse than a policy says.")
          .because("A team that knows its queries can say that none of them scans.")
          .param("worst", "range", "const, eq_ref, ref, fulltext, range, index_merge, index")
          .param("min-rows", 100, "rows of a table below which all is let pass")
          .live("index-scan orders index=k rows=500 table=500")
          .bad("SELECT customer FROM orders;")
          .live("range-scan orders index=k rows=50 table=500")
          .good("SELECT customer FROM orders WHERE customer > 5;")
          .live("table-scan colours rows=9 table=9")
          .near("SELECT name FROM colours;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Map<String, String> KINDS =
      Map.of(
          "const", "const-row",
          "eq_ref", "unique-lookup",
          "ref", "index-lookup",
          "fulltext", "fulltext",
          "range", "skip-scan",
          "index_merge", "index-merge",
          "index", "index-scan");

  @Override
  public void check(Subject s, Findings out) {
    int limit =
        PlanStep.rank(KINDS.getOrDefault(out.text("worst").toLowerCase(Locale.ROOT), "skip-scan"));
    for (PlanStep step : Steps.of(s)) {
      long rows = step.tableRows() < 0 ? Math.round(step.rows()) : step.tableRows();
      if (step.access() > limit && rows >= out.number("min-rows")) {
        out.step(
            step,
            Steps.span(s, step),
            "%s is read by %s, and %s is the worst that the policy lets pass."
                .formatted(Steps.shown(step), step.kind().replace('-', ' '), out.text("worst")));
      }
    }
  }
}
