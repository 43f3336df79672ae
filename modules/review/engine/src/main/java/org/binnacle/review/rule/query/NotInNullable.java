package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.Query;

/// NOT IN should not meet a NULL.
public final class NotInNullable implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.not-in-nullable-subquery", Level.ERROR)
          .concerns(Concern.QUERIES)
          .needs(Need.SCHEMA)
          .says("NOT IN should not meet a NULL.")
          .because(
              "One NULL in the list makes NOT IN unknown for every row: the answer " + "is empty.")
          .schema(
              "CREATE TABLE a (id int PRIMARY KEY, b_id int); CREATE TABLE b (id int "
                  + "PRIMARY KEY, a_id int);")
          .bad("SELECT id FROM a WHERE id NOT IN (SELECT a_id FROM b);")
          .bad("DELETE FROM a WHERE id NOT IN (SELECT a_id FROM b WHERE id > 5);")
          .good(
              "SELECT id FROM a WHERE id NOT IN (SELECT a_id FROM b WHERE a_id IS " + "NOT NULL);")
          .near("SELECT id FROM a WHERE b_id NOT IN (SELECT id FROM b);")
          .near("SELECT id FROM a WHERE id IN (SELECT a_id FROM b);")
          .near("SELECT id FROM a WHERE id NOT IN (SELECT a_id FROM b WHERE a_id > 5);")
          .near("SELECT id FROM a WHERE NOT EXISTS (SELECT a_id FROM b WHERE a_id = " + "a.id);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query()
        .ifPresent(q -> q.blocks().forEach(b -> b.conditions().forEach(p -> look(s, q, p, out))));
  }

  private static void look(Subject s, Query q, Predicate p, Findings out) {
    if (p.kind() != Predicate.Kind.IN || !p.negated() || p.right().size() != 1) {
      return;
    }
    Block inner = q.subquery(p.right().getFirst()).filter(x -> x.items().size() == 1).orElse(null);
    if (inner == null) {
      return;
    }
    Operand item = inner.items().getFirst().operand();
    Scope.Found f =
        Scope.of(s, q).column(inner, item).filter(x -> x.column().isNullable()).orElse(null);
    if (f != null && inner.conditions().stream().noneMatch(c -> rejects(c, f.column().name()))) {
      out.at(
          Said.at(p.span(), s),
          f.shown(),
          f.shown()
              + " may be NULL: one NULL and NOT IN is true for no row. Write NOT EXISTS, or add "
              + item.text()
              + " IS NOT NULL.");
    }
  }

  /// Whether no row with NULL in the column passes.
  private static boolean rejects(Predicate c, String column) {
    if (c.underOr()) {
      return false;
    }
    boolean left =
        c.left().isColumn() && c.left().columns().getFirst().name().equalsIgnoreCase(column);
    boolean right =
        c.value()
            .filter(v -> v.isColumn() && v.columns().getFirst().name().equalsIgnoreCase(column))
            .isPresent();
    return switch (c.kind()) {
      case IS_NULL -> left && c.negated();
      case COMPARE -> (left || right) && !c.operator().equals("<=>");
      case IN, BETWEEN, LIKE -> left;
      default -> false;
    };
  }
}
