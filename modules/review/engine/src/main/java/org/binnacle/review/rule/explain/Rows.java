package org.binnacle.review.rule.explain;

import java.util.Comparator;
import java.util.Optional;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanFacts;
import org.binnacle.review.live.PlanStep;

/// A statement should not read more rows than a limit.
public final class Rows implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.rows", Level.WARNING)
          .needs(Need.REPLICA)
          .says("A statement should not read more rows than a limit.")
          .because("Its time grows with them, joins multiply them.")
          .param("max", 1_000_000, "rows that may be read in all, as the server estimates")
          .live(
              "table-scan a rows=2000 table=2000\nindex-lookup b index=k rows=3000 loops=2000 table=900000")
          .bad("SELECT a.id FROM a JOIN b ON b.a_id = a.id;")
          .live("index-lookup a index=k rows=20 table=2000")
          .good("SELECT a.id FROM a WHERE k = 1;")
          .live("unique-lookup a index=PRIMARY rows=1 loops=900000 table=2000")
          .near("SELECT b.id FROM b JOIN a ON a.id = b.a_id;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Optional<PlanFacts> plan = s.plan();
    if (plan.isEmpty() || plan.get().examined() <= out.number("max")) {
      return;
    }
    plan.get().reads().stream()
        .max(Comparator.comparingDouble(PlanStep::examined))
        .ifPresent(
            step ->
                out.step(
                    step,
                    s.head(),
                    "About %,d rows are read, most of %s."
                        .formatted(plan.get().examined(), Steps.shown(step))));
  }
}
