package org.binnacle.review.rule.table;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.TableName;

/// A table beyond a size should be split, or changed by an online tool only.
public final class RowsOver implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.rows-over", Level.WARNING)
          .needs(Need.REPLICA)
          .says("A table that grows beyond a size should be split or archived.")
          .because("Each change of it, each backup and each rebuild takes as long as it is large.")
          .param("max-rows", 100_000_000, "rows, as statistics estimate them")
          .param("max-mb", 204_800, "of data and indexes")
          .live("table orders rows=200000000")
          .bad("ALTER TABLE orders ADD a int;")
          .live("table orders rows=1000")
          .good("ALTER TABLE orders ADD a int;")
          .live("table orders rows=200000000")
          .near("CREATE TABLE orders_new (id int PRIMARY KEY);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.alters().isEmpty()) {
      return;
    }
    TableName name = s.alters().get().table();
    s.liveTable(name)
        .filter(
            t -> t.rows() > out.number("max-rows") || t.bytes() / 1_048_576 > out.number("max-mb"))
        .ifPresent(t -> out.at(name.span(), t.name(), "%s has %s.".formatted(t.name(), t.shown())));
  }
}
