package org.binnacle.review.rule.table;

import java.util.List;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.Partitioning;

/// Every unique key of a partitioned table must hold all columns of the partitioning function.
public final class PartitionKey implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.partition-key", Level.ERROR)
          .says(
              "Every unique key of a partitioned table must hold all columns of the "
                  + "partitioning function.")
          .because("The server refuses it with error 1503.")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, d date NOT NULL) PARTITION BY "
                  + "RANGE COLUMNS (d) (PARTITION p0 VALUES LESS THAN ('2030-01-01'));")
          .bad(
              "CREATE TABLE t (id int, d int, PRIMARY KEY (id, d), UNIQUE KEY uk "
                  + "(id)) PARTITION BY HASH (d) PARTITIONS 4;")
          .good(
              "CREATE TABLE t (id int, d date, PRIMARY KEY (id, d)) PARTITION BY "
                  + "RANGE COLUMNS (d) (PARTITION p0 VALUES LESS THAN ('2030-01-01'));")
          .near(
              "CREATE TABLE t (id int, d date, KEY k (id)) PARTITION BY HASH "
                  + "(year(d)) PARTITIONS 4;")
          .near("CREATE TABLE t (id int PRIMARY KEY) PARTITION BY KEY () PARTITIONS 4;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    boolean changes =
        s.creates().isPresent()
            || !s.newIndexes().isEmpty()
            || !s.actions(AlterAction.PartitionBy.class).isEmpty();
    if (!changes) {
      return;
    }
    Table after = s.after().orElse(null);
    if (after == null || after.partitioning().isEmpty()) {
      return;
    }
    Partitioning by = after.partitioning().get();
    List<String> columns = by.columns().stream().filter(c -> after.column(c).isPresent()).toList();
    for (IndexDef index : after.indexes()) {
      List<String> missing =
          columns.stream().filter(c -> index.parts().stream().noneMatch(p -> p.isOn(c))).toList();
      if (index.isUnique() && !missing.isEmpty()) {
        out.at(
            s.creates().isPresent() ? index.nameSpan() : s.tableName().orElseThrow().span(),
            after.name() + "." + index.shown(),
            "%s must hold %s, by which the table is partitioned."
                .formatted(index.shown(), String.join(", ", missing)));
      }
    }
  }
}
