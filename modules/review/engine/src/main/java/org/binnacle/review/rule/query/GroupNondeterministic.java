package org.binnacle.review.rule.query;

import java.util.Locale;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;

/// Selected columns should be grouped, aggregated or fixed by the groups.
public final class GroupNondeterministic implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.group-nondeterministic", Level.ERROR)
          .concerns(Concern.QUERIES)
          .says("Selected columns should be grouped, aggregated or fixed by the groups.")
          .because(
              "Without ONLY_FULL_GROUP_BY the server returns the value of any row of "
                  + "the group; with it, error 1055.")
          .bad("SELECT name, city, count(*) FROM people GROUP BY city;")
          .good("SELECT city, count(*) FROM people GROUP BY city;")
          .near("SELECT name, count(*) FROM people GROUP BY id;")
          .near("SELECT any_value(name), city FROM people GROUP BY city;")
          .near("SELECT upper(city) FROM people GROUP BY city;")
          .near("SELECT kind, city FROM people WHERE kind = 'x' GROUP BY city;")
          .near("SELECT year(d) AS y, count(*) FROM people GROUP BY y;")
          .schema(
              "CREATE TABLE c (id int PRIMARY KEY, name varchar(10), code int NOT "
                  + "NULL UNIQUE); CREATE TABLE o (id int PRIMARY KEY, c_id int, total "
                  + "int);")
          .bad("SELECT c.name, o.total FROM c JOIN o ON o.c_id = c.id GROUP BY c.id;")
          .near("SELECT c.name, sum(o.total) FROM c JOIN o ON o.c_id = c.id GROUP BY " + "c.id;")
          .near("SELECT c.name, sum(o.total) FROM c JOIN o ON o.c_id = c.id GROUP BY " + "o.c_id;")
          .near("SELECT name, code FROM c GROUP BY code;")
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
    if (b.groupBy().isEmpty() || b.groupBy().stream().anyMatch(Operand::isLiteral)) {
      return;
    }
    Scope scope = Scope.of(s, q);
    boolean known = scope.knows(b);
    if (!known && (b.tables().size() != 1 || b.tables().getFirst().derived() || mayBeKey(b))) {
      return;
    }
    Grouped grouped = Grouped.of(scope, b);
    for (Block.Item i : b.items()) {
      Operand o = i.operand();
      boolean free =
          i.isStar()
              || o.hasAggregate()
              || o.kind() == Operand.Kind.SUBQUERY
              || o.is("window")
              || b.groupBy().stream()
                  .anyMatch(
                      g ->
                          (g.text().equalsIgnoreCase(o.text()) && g.kind() == o.kind())
                              || g.text().equalsIgnoreCase(i.alias()));
      if (!free) {
        o.columns().stream()
            .filter(c -> !grouped.holds(scope, b, c))
            .findFirst()
            .ifPresent(
                c ->
                    out.as(
                        known ? Level.ERROR : Level.WARNING,
                        Said.at(c.span(), s),
                        c.name(),
                        c.name()
                            + " is neither grouped nor aggregated: any row of the group gives its value."));
        if (o.columns().stream().anyMatch(c -> !grouped.holds(scope, b, c))) {
          return;
        }
      }
    }
  }

  /// A key's name: the other columns may hang on it.
  private static boolean mayBeKey(Block b) {
    return b.groupBy().stream()
        .anyMatch(
            g ->
                g.columns().stream()
                    .anyMatch(
                        c -> {
                          String n = c.name().toLowerCase(Locale.ROOT);
                          return n.endsWith("id")
                              || n.endsWith("key")
                              || n.endsWith("code")
                              || n.endsWith("uuid")
                              || n.endsWith("hash")
                              || n.endsWith("no");
                        }));
  }
}
