package org.binnacle.review.rule.dml;

import java.util.Optional;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanFacts;
import org.binnacle.review.live.PlanStep;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// One UPDATE or DELETE should not touch more rows than a limit.
public final class AffectedRows implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.affected-rows", Level.WARNING)
          .concerns(Concern.QUERIES)
          .needs(Need.REPLICA)
          .says("One UPDATE or DELETE should not touch more rows than a limit.")
          .because(
              "Its locks, its undo and its one transaction in the binary log grow with them, and "
                  + "replicas lag for as long as it took. The number is the server's estimate of "
                  + "the rows that are looked at in the written table: an upper bound where a "
                  + "condition has no index.")
          .param("max", 10_000, "rows that one statement may touch, as the server estimates")
          .live("table-scan t rows=900000 table=900000")
          .bad("DELETE FROM t WHERE made < '2020-01-01';")
          .live("range-scan t index=k rows=40000 table=900000")
          .bad("UPDATE t SET a = 1 WHERE k < 9;")
          .live("index-lookup t index=k rows=20 table=900000")
          .good("UPDATE t SET a = 1 WHERE k = 9;")
          .live("table-scan t rows=900000 table=900000")
          .near("SELECT t.id FROM t;")
          .near("DELETE FROM t ORDER BY id LIMIT 500;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Query query = s.query().filter(AffectedRows::writes).orElse(null);
    Optional<PlanFacts> plan = query == null ? Optional.empty() : s.plan();
    if (query == null || plan.isEmpty() || isLimited(query, out.number("max"))) {
      return;
    }
    for (TableUse target : query.written()) {
      plan.get().reads().stream()
          .filter(step -> step.table().equalsIgnoreCase(target.called()))
          .filter(step -> step.examined() > out.number("max"))
          .findFirst()
          .ifPresent(step -> tell(step, target, s, out));
    }
  }

  private static boolean writes(Query query) {
    return query.verb() == Query.Verb.UPDATE || query.verb() == Query.Verb.DELETE;
  }

  /// The estimate knows nothing of LIMIT.
  private static boolean isLimited(Query query, long max) {
    return query
        .own()
        .flatMap(Block::limit)
        .map(Operand::text)
        .filter(text -> text.matches("[0-9]{1,9}") && Long.parseLong(text) <= max)
        .isPresent();
  }

  private static void tell(PlanStep step, TableUse target, Subject s, Findings out) {
    out.step(
        step,
        s.head(),
        "About %,d rows of %s are touched by one statement: go in parts."
            .formatted(Math.round(step.examined()), target.name()));
  }
}
