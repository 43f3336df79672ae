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

/// Tables should be joined over an index.
public final class JoinIndex implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.join-index", Level.ERROR)
          .concerns(Concern.QUERIES)
          .needs(Need.SCHEMA)
          .param("rows", 1000, "smaller tables need no index, where a snapshot counts them")
          .says("Tables should be joined over an index.")
          .because(
              "Without one each row of the one side reads the whole other table, or "
                  + "a hash of all of it. Tables that a snapshot counts below `rows` rows "
                  + "are left out; without counts every table may be large.")
          .schema(
              "CREATE TABLE a (id int PRIMARY KEY, b_ref int, x int, KEY x (x)); "
                  + "CREATE TABLE b (id int PRIMARY KEY, ref int, y int, KEY y (y, ref)); "
                  + "CREATE TABLE c (id int PRIMARY KEY, ref int, KEY r (ref));")
          .bad("SELECT 1 FROM a JOIN b ON b.ref = a.b_ref;")
          .bad("SELECT 1 FROM a LEFT JOIN b ON b.ref = a.id;")
          .bad("SELECT 1 FROM a, b WHERE a.b_ref = b.ref;")
          .bad("UPDATE a JOIN b ON b.ref = a.b_ref SET a.x = b.y;")
          .good("SELECT 1 FROM a JOIN c ON c.ref = a.b_ref;")
          .near("SELECT 1 FROM a JOIN b ON b.ref = a.id;")
          .near("SELECT 1 FROM a LEFT JOIN b ON b.ref = a.b_ref AND b.y = 5;")
          .near("SELECT 1 FROM a JOIN b ON b.ref = a.b_ref WHERE a.id = 5 AND b.id = 6;")
          .near("SELECT 1 FROM a JOIN (SELECT ref FROM b) d ON d.ref = a.b_ref;")
          .near("SELECT 1 FROM a LEFT JOIN c ON c.ref = a.b_ref JOIN b ON b.id = c.id;")
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
    for (Joined j : Joined.withoutIndex(scope, b)) {
      if (!Scope.isSmall(j.table(), out.number("rows"))) {
        out.at(Said.at(j.span(), s), j.table().name() + "." + j.columns(), j.message());
      }
    }
  }
}
