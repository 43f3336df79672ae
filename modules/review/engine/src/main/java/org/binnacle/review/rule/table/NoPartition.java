package org.binnacle.review.rule.table;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;

/// Tables should not be partitioned.
public final class NoPartition implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.no-partition", Level.WARNING)
          .concerns(Concern.TABLES)
          .off()
          .says("Tables should not be partitioned.")
          .because(
              "Each partition is a file, queries without the key read them all, and "
                  + "unique keys must hold it.")
          .bad("CREATE TABLE t (a int PRIMARY KEY) PARTITION BY HASH (a) PARTITIONS 4;")
          .good("CREATE TABLE t (a int PRIMARY KEY);")
          .near("SELECT * FROM t PARTITION (p0) WHERE a = 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .flatMap(Ddl.CreateTable::partitioning)
        .ifPresent(
            p -> out.at(p.span(), s.tableName().orElseThrow().name(), "The table is partitioned."));
    s.actions(AlterAction.PartitionBy.class)
        .forEach(
            p -> out.at(p.span(), s.tableName().orElseThrow().name(), "The table is partitioned."));
  }
}
