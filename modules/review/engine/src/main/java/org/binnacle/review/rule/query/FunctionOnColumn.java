package org.binnacle.review.rule.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.ColumnUse;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.Query;

/// A column should stand by itself in a condition.
public final class FunctionOnColumn implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.function-on-column", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("A column should stand by itself in a condition.")
          .because(
              "A function or arithmetic around it keeps the server from its index, "
                  + "unless an index holds that very expression (8.0.13 on). Beside "
                  + "another condition that finds the rows it is told as a notice.")
          .bad("SELECT a FROM t WHERE date(created) = '2024-01-31';")
          .bad("SELECT a FROM t JOIN u ON lower(t.name) = u.name;")
          .bad("DELETE FROM t WHERE a + 1 = 5;")
          .good("SELECT a FROM t WHERE created >= '2024-01-31' AND created < " + "'2024-02-01';")
          .near("SELECT a FROM t WHERE b = lower(?);")
          .near("SELECT a FROM t WHERE b = 1 HAVING max(c) > 5;")
          .near("SELECT a FROM t WHERE MATCH(b) AGAINST (?);")
          .near("SELECT a FROM t WHERE b + c > 5;")
          .schema(
              "CREATE TABLE u (id int PRIMARY KEY, name varchar(50), created "
                  + "datetime, n int, KEY k (name), KEY c (created), KEY n (n));")
          .bad("SELECT id FROM u WHERE year(created) = 2024;")
          .bad("SELECT id FROM u WHERE CAST(n AS char) = '5';")
          .near("SELECT id FROM u WHERE lower(name) = 'x' AND id = 5;")
          .schema(
              "CREATE TABLE v (id int PRIMARY KEY, name varchar(50), x int, KEY k "
                  + "((lower(name))));")
          .near("SELECT id FROM v WHERE lower(name) = 'x';")
          .near("SELECT id FROM v WHERE x % 2 = 1;")
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
    if (p.kind() != Predicate.Kind.COMPARE
        && p.kind() != Predicate.Kind.IN
        && p.kind() != Predicate.Kind.BETWEEN
        && p.kind() != Predicate.Kind.LIKE) {
      return;
    }
    look(s, q, b, p, p.left(), p.right(), out);
    if (p.kind() == Predicate.Kind.COMPARE) {
      p.value().ifPresent(v -> look(s, q, b, p, v, List.of(p.left()), out));
    }
  }

  private static void look(
      Subject s, Query q, Block b, Predicate p, Operand side, List<Operand> others, Findings out) {
    if (!Sargable.isComputed(side)
        || others.stream().anyMatch(o -> o.columns().stream().anyMatch(c -> isOf(side, c)))) {
      return;
    }
    Scope scope = Scope.of(s, q);
    ColumnUse use = side.columns().getFirst();
    Scope.Found found = scope.column(b, use).orElse(null);
    if (found != null
        && (!Scope.begins(found.table(), Set.of(found.column().name().toLowerCase(Locale.ROOT)))
            || Scope.hasExpression(
                found.table(),
                side.kind() == Operand.Kind.FUNCTION
                    ? Said.at(side.span(), s).in(s.text())
                    : side.text())
            || found.block().number() != b.number()
            || scope.isPoint(b, found.use()))) {
      return;
    }
    String message =
        Said.quoted(side.span(), s)
            + " is computed for every row: no index on "
            + use.name()
            + " is used."
            + Sargable.advice(side, use);
    Level level = Sargable.hasFinder(scope, b) ? Level.NOTICE : Level.WARNING;
    Sargable.fix(p, side, others, s)
        .ifPresentOrElse(
            f -> out.as(level, Said.at(side.span(), s), use.name(), message, f),
            () -> out.as(level, Said.at(side.span(), s), use.name(), message));
  }

  private static boolean isOf(Operand side, ColumnUse c) {
    return side.columns().stream().anyMatch(x -> x.table().equalsIgnoreCase(c.table()));
  }
}
