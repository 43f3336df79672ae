package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// COUNT(DISTINCT) of several columns should not meet NULL.
public final class CountDistinctMulti implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.count-distinct-multi", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("COUNT(DISTINCT) of several columns should not meet NULL.")
          .because("A row with NULL in any of them is not counted.")
          .bad("SELECT COUNT(DISTINCT a, b) FROM t WHERE c = 1;")
          .good("SELECT COUNT(DISTINCT a) FROM t WHERE c = 1;")
          .near("SELECT COUNT(DISTINCT concat(a, b)) FROM t WHERE c = 1;")
          .schema("CREATE TABLE p (a int NOT NULL, b int NOT NULL, c int);")
          .near("SELECT COUNT(DISTINCT a, b) FROM p WHERE c = 1;")
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
    Scope scope = Scope.of(s, q);
    for (Block.Call c : b.functions()) {
      boolean never =
          c.args().stream()
              .allMatch(a -> scope.column(b, a).filter(f -> !f.column().isNullable()).isPresent());
      if (c.name().equals("count") && c.distinct() && c.args().size() > 1 && !never) {
        out.at(
            Said.at(c.span(), s),
            "",
            Said.quoted(c.span(), s) + " leaves out rows with a NULL in any of its columns.");
      }
    }
  }
}
