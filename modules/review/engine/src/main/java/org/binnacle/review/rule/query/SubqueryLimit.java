package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.Query;

/// A subquery of IN, ANY or ALL cannot have LIMIT.
public final class SubqueryLimit implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.subquery-limit", Level.ERROR)
          .concerns(Concern.QUERIES)
          .says("A subquery of IN, ANY or ALL cannot have LIMIT.")
          .because("The server refuses it with error 1235: put it into a derived table.")
          .bad("SELECT a FROM t WHERE b IN (SELECT c FROM u ORDER BY c LIMIT 5);")
          .bad("DELETE FROM t WHERE b NOT IN (SELECT c FROM u LIMIT 5);")
          .good(
              "SELECT a FROM t WHERE b IN (SELECT c FROM (SELECT c FROM u ORDER BY c "
                  + "LIMIT 5) x);")
          .near("SELECT a FROM t WHERE b = (SELECT c FROM u ORDER BY c LIMIT 1);")
          .near("SELECT a FROM t WHERE EXISTS (SELECT c FROM u LIMIT 1);")
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
    boolean list = p.kind() == Predicate.Kind.IN || p.value().filter(v -> v.is("any")).isPresent();
    if (list && p.right().size() == 1) {
      q.subquery(p.right().getFirst())
          .filter(
              x ->
                  x.limit().isPresent()
                      && x.depth() == b.depth() + 1
                      && x.place() == Block.Place.CONDITION)
          .ifPresent(
              x ->
                  out.at(
                      Said.at(x.limit().get().span(), s),
                      "",
                      "LIMIT in a subquery of "
                          + p.operator()
                          + " is refused (1235): put it into a derived table."));
    }
  }
}
