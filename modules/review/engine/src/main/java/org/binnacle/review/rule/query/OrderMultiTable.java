package org.binnacle.review.rule.query;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;

/// Rows should be sorted or grouped by one table.
public final class OrderMultiTable implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.order-multi-table", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("Rows should be sorted or grouped by one table.")
          .because(
              "No index orders rows by columns of two tables: they go through a "
                  + "temporary table.")
          .bad("SELECT 1 FROM a JOIN b ON a.id = b.id ORDER BY a.x, b.y LIMIT 5;")
          .good("SELECT 1 FROM a JOIN b ON a.id = b.id ORDER BY a.x, a.y LIMIT 5;")
          .near("SELECT 1 FROM a JOIN b ON a.id = b.id ORDER BY a.x, y LIMIT 5;")
          .near("SELECT 1 FROM a JOIN b ON a.id = b.id ORDER BY a.x, b.y;")
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
    if (b.limit().isEmpty()) {
      return;
    }
    Set<String> tables = new HashSet<>();
    b.orderBy()
        .forEach(
            o ->
                o.operand().columns().forEach(c -> tables.add(c.table().toLowerCase(Locale.ROOT))));
    tables.remove("");
    if (tables.size() > 1) {
      out.at(
          Said.at(b.orderBy().getFirst().operand().span(), s),
          "",
          "Rows are sorted by columns of %d tables before LIMIT: no index has them in order."
              .formatted(tables.size()));
    }
  }
}
