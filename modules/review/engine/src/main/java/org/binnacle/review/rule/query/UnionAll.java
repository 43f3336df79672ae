package org.binnacle.review.rule.query;

import java.util.HashSet;
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
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.Union;

/// UNION should be UNION ALL where no row comes twice.
public final class UnionAll implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.union-all", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("UNION should be UNION ALL where no row comes twice.")
          .because("UNION keeps all rows in a temporary table to find doubles.")
          .bad("SELECT a FROM t UNION SELECT b FROM u;")
          .bad("SELECT 'x' AS kind, a FROM t UNION SELECT 'y', b FROM u;")
          .good("SELECT a FROM t UNION ALL SELECT b FROM u;")
          .near("SELECT a FROM t UNION DISTINCT SELECT b FROM u;")
          .near(
              "WITH RECURSIVE c AS (SELECT 1 AS n UNION SELECT n + 1 FROM c WHERE n "
                  + "< 5) SELECT n FROM c;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> look(q, out));
  }

  private static void look(Query q, Findings out) {
    for (Union u : q.unions()) {
      if (u.place() == Block.Place.CTE || u.operators().size() + 1 != u.parts().size()) {
        continue;
      }
      boolean apart = apart(q, u);
      for (Union.Operator o : u.operators()) {
        if (o.word().equals("UNION") && !o.all() && !o.distinct() && o.span().isPresent()) {
          out.at(
              o.span().get(),
              "",
              apart
                  ? "Its parts differ in a constant: no row comes twice, UNION ALL."
                  : "UNION looks for doubles: UNION ALL, if there are none or they do not matter.",
              Said.fix(
                  "write UNION ALL",
                  apart && u.operators().stream().noneMatch(Union.Operator::all),
                  o.span().get(),
                  "UNION ALL"));
        }
      }
    }
  }

  /// Whether one place of the select lists has another constant in each part, and no part has
  /// doubles of its own that UNION would drop: those stay a question unless a part is one row or
  /// distinct.
  private static boolean apart(Query q, Union u) {
    List<Block> parts =
        u.parts().stream().filter(n -> n < q.blocks().size()).map(n -> q.blocks().get(n)).toList();
    int n = parts.stream().mapToInt(b -> b.items().size()).min().orElse(0);
    boolean single =
        parts.stream()
            .allMatch(
                b ->
                    b.distinct()
                        || (b.groupBy().isEmpty() && b.hasAggregate())
                        || b.tables().isEmpty());
    for (int i = 0; single && i < n; i++) {
      Set<String> values = new HashSet<>();
      for (Block b : parts) {
        Operand o = b.items().get(i).operand();
        if (o.kind() == Operand.Kind.STRING || o.kind() == Operand.Kind.NUMBER) {
          values.add(o.text().toLowerCase(Locale.ROOT));
        }
      }
      if (values.size() == parts.size()) {
        return true;
      }
    }
    return false;
  }
}
