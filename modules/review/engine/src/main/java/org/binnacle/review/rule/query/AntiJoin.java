package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Join;
import org.binnacle.sql.query.Predicate;

/// Rows without a partner should be asked for by NOT EXISTS.
public final class AntiJoin implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.anti-join", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .off()
          .says("Rows without a partner should be asked for by NOT EXISTS.")
          .because(
              "LEFT JOIN ... IS NULL says it in a roundabout way; before 8.0.17 it "
                  + "may be the faster one, since then both become an antijoin.")
          .bad("SELECT a.id FROM a LEFT JOIN b ON b.a_id = a.id WHERE b.id IS NULL;")
          .good("SELECT a.id FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.a_id = " + "a.id);")
          .near("SELECT a.id FROM a LEFT JOIN b ON b.a_id = a.id WHERE a.id IS NULL;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> q.blocks().forEach(b -> look(s, b, out)));
  }

  private static void look(Subject s, Block b, Findings out) {
    for (Join j : b.joins()) {
      if (j.type() == Join.Type.LEFT) {
        b.where().stream()
            .filter(
                p ->
                    p.kind() == Predicate.Kind.IS_NULL
                        && !p.negated()
                        && !p.underOr()
                        && p.left().isColumn()
                        && p.left()
                            .columns()
                            .getFirst()
                            .table()
                            .equalsIgnoreCase(j.table().called()))
            .findFirst()
            .ifPresent(
                p ->
                    out.at(
                        Said.at(p.span(), s),
                        j.table().called(),
                        "Rows without a partner in "
                            + j.table().called()
                            + ": NOT EXISTS says so."));
      }
    }
  }
}
