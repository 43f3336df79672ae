package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// Conditions should begin with the first column of an index.
public final class LeftmostPrefix implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.leftmost-prefix", Level.WARNING)
          .concerns(Concern.QUERIES)
          .needs(Need.SCHEMA)
          .param("rows", 1000, "smaller tables need no index, where a snapshot counts them")
          .says("Conditions should begin with the first column of an index.")
          .because(
              "An index over (a, b) does not find b alone; a skip scan (8.0.13 on) "
                  + "helps only where a has few values.")
          .schema("CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, KEY k (a, " + "b));")
          .bad("SELECT id FROM t WHERE b = 5;")
          .bad("DELETE FROM t WHERE b = 5 AND c = 6;")
          .good("SELECT id FROM t WHERE a = 4 AND b = 5;")
          .near("SELECT id FROM t WHERE c = 5;")
          .near("SELECT id FROM t WHERE id = 4 AND b = 5;")
          .near("SELECT id FROM t WHERE a > 1 OR b = 5;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> q.blocks().forEach(b -> look(s, q, b, out)));
  }

  private static void look(Subject s, Query q, Block b, Findings out) {
    for (Sargable.Search x : Sargable.searches(Scope.of(s, q), b)) {
      if (x.inside().isPresent() && !Scope.isSmall(x.table(), out.number("rows"))) {
        IndexDef k = x.inside().get();
        out.at(
            Said.at(x.span(), s),
            x.table().name() + "." + x.shown(),
            "Only "
                + k.shown()
                + " "
                + k.shownParts()
                + " of "
                + x.table().name()
                + " has "
                + x.shown()
                + ", behind "
                + k.parts().getFirst().shown()
                + ", which is not asked for: no index is used.");
      }
    }
  }
}
