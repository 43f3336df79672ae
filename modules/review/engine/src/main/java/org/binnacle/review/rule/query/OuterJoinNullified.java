package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Join;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;

/// WHERE should not undo an outer join.
public final class OuterJoinNullified implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.outer-join-nullified", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("WHERE should not undo an outer join.")
          .because(
              "A condition on the joined table that NULL does not pass drops the "
                  + "very rows that LEFT JOIN keeps: it belongs into ON, or the join is an "
                  + "inner one.")
          .bad("SELECT a.id FROM a LEFT JOIN b ON b.a_id = a.id WHERE b.x = 5;")
          .good("SELECT a.id FROM a LEFT JOIN b ON b.a_id = a.id AND b.x = 5;")
          .near("SELECT a.id FROM a LEFT JOIN b ON b.a_id = a.id WHERE b.id IS NULL;")
          .near(
              "SELECT a.id FROM a LEFT JOIN b ON b.a_id = a.id WHERE b.x = 5 OR b.x " + "IS NULL;")
          .near("SELECT a.id FROM a LEFT JOIN b ON b.a_id = a.id WHERE ifnull(b.x, 5) " + "= 5;")
          .near("SELECT a.id FROM a LEFT JOIN b ON b.a_id = a.id WHERE a.x = 5;")
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
      if (j.type() != Join.Type.LEFT) {
        continue;
      }
      b.where().stream()
          .filter(p -> !p.underOr() && rejects(p, j.table().called()))
          .findFirst()
          .ifPresent(
              p ->
                  out.at(
                      Said.at(p.span(), s),
                      j.table().called(),
                      Said.quoted(p.span(), s)
                          + " drops the rows that the LEFT JOIN of "
                          + j.table().called()
                          + " keeps."));
    }
  }

  private static boolean rejects(Predicate p, String table) {
    boolean kind =
        switch (p.kind()) {
          case COMPARE -> !p.operator().equals("<=>");
          case IN, BETWEEN, LIKE -> true;
          case IS_NULL -> p.negated();
          default -> false;
        };
    return kind
        && (isOf(p.left(), table)
            || (p.kind() == Predicate.Kind.COMPARE
                && p.value().filter(v -> isOf(v, table)).isPresent()));
  }

  private static boolean isOf(Operand o, String table) {
    return o.isColumn() && o.columns().getFirst().table().equalsIgnoreCase(table);
  }
}
