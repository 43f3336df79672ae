package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;

/// A subquery should not be run for each row.
public final class ScalarSubquery implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.subquery", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("A subquery should not be run for each row.")
          .because(
              "One in the select list that looks at the row around it is run as "
                  + "often as there are rows: a join is one pass.")
          .bad(
              "SELECT a.id, (SELECT count(*) FROM b WHERE b.a_id = a.id) FROM a "
                  + "WHERE a.x = 1;")
          .good(
              "SELECT a.id, count(b.id) FROM a LEFT JOIN b ON b.a_id = a.id WHERE "
                  + "a.x = 1 GROUP BY a.id;")
          .near("SELECT a.id, (SELECT max(id) FROM b) FROM a WHERE a.x = 1;")
          .near("SELECT a.id FROM a WHERE a.id IN (SELECT b.a_id FROM b);")
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
    if (b.place() != Block.Place.SCALAR || b.outer() < 0) {
      return;
    }
    Block outer = q.blocks().get(b.outer());
    boolean many = !outer.items().isEmpty() && outer.tables().stream().anyMatch(t -> !t.derived());
    boolean tied =
        b.conditions().stream()
            .anyMatch(
                p ->
                    reaches(p.left(), b, outer)
                        || p.right().stream().anyMatch(r -> reaches(r, b, outer)));
    if (many && tied) {
      out.at(
          Said.at(b.span(), s),
          "",
          "This is run for each row of "
              + outer.tables().getFirst().called()
              + ": a join or a derived table is one pass.");
    }
  }

  private static boolean reaches(Operand o, Block inner, Block outer) {
    return o.columns().stream()
        .anyMatch(
            c ->
                !c.table().isEmpty() && inner.tableOf(c).isEmpty() && outer.tableOf(c).isPresent());
  }
}
