package org.binnacle.review.rule.index;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.LiveTable;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.KeyPart;

/// An index should tell rows apart.
public final class LowSelectivity implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.low-selectivity", Level.WARNING)
          .concerns(Concern.TABLES)
          .needs(Need.REPLICA)
          .says("A new index should begin with columns of many values.")
          .because("An index that leaves a third of the rows is not used, and costs each write.")
          .param("min-values", 10, "distinct values among the rows looked at")
          .param("sample", 20_000, "rows looked at")
          .param("min-rows", 1_000, "rows of the table below which it is let pass")
          .schema("CREATE TABLE orders (id int PRIMARY KEY, a int, b int) ENGINE=InnoDB;")
          .live("table orders rows=90000\ndistinct orders a rows=20000 values=2")
          .bad("ALTER TABLE orders ADD KEY k (a);")
          .bad("CREATE INDEX k ON orders (a);")
          .live("table orders rows=90000\ndistinct orders a rows=20000 values=9000")
          .good("ALTER TABLE orders ADD KEY k (a);")
          .live("table orders rows=90\ndistinct orders a rows=90 values=2")
          .near("ALTER TABLE orders ADD KEY k (a);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewIndex n : s.newIndexes()) {
      boolean plain = n.onExisting() && n.index().kind() == IndexDef.Kind.PLAIN;
      if (!plain || n.index().parts().stream().anyMatch(p -> !p.isColumn())) {
        continue;
      }
      Optional<LiveTable> table =
          s.liveTable(n.table()).filter(t -> t.rows() >= out.number("min-rows"));
      Set<String> made = new HashSet<>();
      s.newColumns().forEach(c -> made.add(c.column().name().toLowerCase(Locale.ROOT)));
      List<String> columns = n.index().parts().stream().map(KeyPart::column).toList();
      if (table.isEmpty()
          || columns.stream().anyMatch(c -> made.contains(c.toLowerCase(Locale.ROOT)))) {
        continue;
      }
      s.live()
          .orElseThrow()
          .distinct(table.get().schema(), table.get().name(), columns, out.number("sample"))
          .filter(d -> d.rows() >= out.number("min-rows") && d.values() < out.number("min-values"))
          .ifPresent(
              d ->
                  out.at(
                      n.index().span(),
                      n.object(),
                      "%s has %d values among %,d rows that were looked at."
                          .formatted(n.index().shownParts(), d.values(), d.rows())));
    }
  }
}
