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

/// A pattern of LIKE should not begin with a wildcard.
public final class LeadingWildcard implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.leading-wildcard", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("A pattern of LIKE should not begin with a wildcard.")
          .because(
              "An index is sorted from the first letter on: FULLTEXT, or a reversed "
                  + "column, serves such a search. Beside another condition that finds the "
                  + "rows it is told as a notice.")
          .bad("SELECT a FROM t WHERE name LIKE '%x';")
          .bad("SELECT a FROM t WHERE name LIKE concat('%', ?);")
          .good("SELECT a FROM t WHERE name LIKE 'x%';")
          .near("SELECT a FROM t WHERE name NOT LIKE '%x';")
          .near("SELECT a FROM t WHERE name LIKE ?;")
          .near("SELECT a FROM t WHERE name LIKE '\\\\%x';")
          .schema("CREATE TABLE u (id int PRIMARY KEY, name varchar(50));")
          .near("SELECT id FROM u WHERE id = 5 AND name LIKE '%x%';")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query()
        .ifPresent(
            q -> q.blocks().forEach(b -> b.conditions().forEach(p -> look(s, q, b, p, out))));
  }

  private static void look(Subject s, Query q, Block b, Predicate p, Findings out) {
    if (p.kind() != Predicate.Kind.LIKE
        || p.negated()
        || p.value().isEmpty()
        || p.left().columns().isEmpty()) {
      return;
    }
    Operand v = p.value().get();
    Operand first =
        v.kind() == Operand.Kind.FUNCTION && v.text().equals("concat") && !v.parts().isEmpty()
            ? v.parts().getFirst()
            : v;
    if (first.kind() != Operand.Kind.STRING
        || (!first.text().startsWith("%") && !first.text().startsWith("_"))) {
      return;
    }
    Scope scope = Scope.of(s, q);
    boolean point =
        scope
            .column(b, p.left().columns().getFirst())
            .filter(f -> scope.isPoint(b, f.use()))
            .isPresent();
    if (!point) {
      out.as(
          Sargable.hasFinder(scope, b) ? Level.NOTICE : Level.WARNING,
          Said.at(p.span(), s),
          p.left().text(),
          Said.quoted(p.span(), s)
              + (v.text().equals("%")
                  ? " is true for all but NULL."
                  : " uses no index: its pattern begins with a wildcard."));
    }
  }
}
