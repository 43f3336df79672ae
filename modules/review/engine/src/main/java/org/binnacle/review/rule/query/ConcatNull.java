package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.Query;

/// What is put together should not become NULL by one of its parts.
public final class ConcatNull implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.concat-null", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("What is put together should not become NULL by one of its parts.")
          .because("CONCAT of a NULL is NULL; and || is OR unless PIPES_AS_CONCAT is on.")
          .bad("SELECT concat(a, NULL) FROM t WHERE id = 1;")
          .bad("SELECT 'x' || a FROM t WHERE id = 1;")
          .good("SELECT concat(a, 'x') FROM t WHERE id = 1;")
          .near("SELECT concat_ws(' ', a, NULL) FROM t WHERE id = 1;")
          .schema(
              "CREATE TABLE p (id int PRIMARY KEY, first varchar(20), last "
                  + "varchar(20) NOT NULL);")
          .bad("SELECT concat(first, ' ', last) FROM p WHERE id = 1;")
          .good("SELECT concat(last, 'x') FROM p WHERE id = 1;")
          .near("SELECT concat(ifnull(first, ''), last) FROM p WHERE id = 1;")
          .near("SELECT concat(first, last) FROM p WHERE first IS NOT NULL;")
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
      if (c.name().equals("concat")) {
        c.args().stream()
            .filter(a -> isNull(scope, b, a))
            .findFirst()
            .ifPresent(
                a ->
                    out.at(
                        Said.at(a.span(), s),
                        "",
                        "CONCAT is NULL where "
                            + Said.quoted(a.span(), s)
                            + " is: CONCAT_WS or COALESCE."));
      }
    }
    if (!s.target().isOn("PIPES_AS_CONCAT")) {
      b.items().stream().map(Block.Item::operand).forEach(o -> pipes(s, o, out));
      b.where()
          .forEach(
              p -> {
                pipes(s, p.left(), out);
                p.right().forEach(r -> pipes(s, r, out));
              });
    }
  }

  private static boolean isNull(Scope scope, Block b, Operand o) {
    if (o.kind() == Operand.Kind.NULL) {
      return true;
    }
    Scope.Found f = scope.column(b, o).orElse(null);
    if (f == null || !f.column().isNullable()) {
      return false;
    }
    return b.conditions().stream()
        .noneMatch(
            p ->
                !p.underOr()
                    && p.left().text().equals(o.text())
                    && (p.kind() == Predicate.Kind.IS_NULL
                        ? p.negated()
                        : p.kind() == Predicate.Kind.COMPARE && !p.operator().equals("<=>")));
  }

  private static void pipes(Subject s, Operand o, Findings out) {
    if (o.is("||")
        && o.parts().stream().anyMatch(x -> x.kind() == Operand.Kind.STRING || x.is("||"))) {
      out.as(
          Level.WARNING,
          Said.at(o.span(), s),
          "",
          "|| is OR here, not CONCAT: PIPES_AS_CONCAT is off.");
    }
  }
}
