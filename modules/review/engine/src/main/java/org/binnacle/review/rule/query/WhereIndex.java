package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// Conditions should find an index.
public final class WhereIndex implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.where-index", Level.WARNING)
          .concerns(Concern.QUERIES)
          .needs(Need.SCHEMA)
          .param("rows", 1000, "smaller tables need no index, where a snapshot counts them")
          .says("Conditions should find an index.")
          .because(
              "Without one the server reads the whole table, and an UPDATE, DELETE "
                  + "or locking read locks all of it. A SELECT is told as a notice: its "
                  + "table may be small. Tables that a snapshot counts below `rows` rows "
                  + "are left out.")
          .schema("CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY k (a));")
          .bad("SELECT id FROM t WHERE b = 5;")
          .bad("DELETE FROM t WHERE b = 5;")
          .good("SELECT id FROM t WHERE a = 5;")
          .near("SELECT id FROM t WHERE a = 5 AND b = 6;")
          .near("SELECT id FROM t;")
          .near("SELECT id FROM t WHERE a = 5 OR b = 6;")
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
      if (x.inside().isEmpty() && !Scope.isSmall(x.table(), out.number("rows"))) {
        boolean locks =
            b.locks() || (b.number() == 0 && q.verb() != Query.Verb.SELECT && q.insert().isEmpty());
        out.as(
            locks ? Level.WARNING : Level.NOTICE,
            Said.at(x.span(), s),
            x.table().name() + "." + x.shown(),
            "No index of "
                + x.table().name()
                + " begins with "
                + x.shown()
                + (locks ? ": all rows are read and locked." : ": all rows are read.")
                + " It has "
                + Scope.indexes(x.table())
                + ".");
      }
    }
  }
}
