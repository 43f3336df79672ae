package org.binnacle.review.rule.table;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;

/// RANGE partitions of numbers or dates should end in MAXVALUE, or somebody must add them in time.
public final class MaxvaluePartition implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.partition-maxvalue", Level.WARNING)
          .concerns(Concern.TABLES)
          .says(
              "RANGE partitions of numbers or dates should end in MAXVALUE, or "
                  + "somebody must add them in time.")
          .because("A row beyond the last partition is refused with error 1526.")
          .bad(
              "CREATE TABLE t (d int PRIMARY KEY) PARTITION BY RANGE (d) (PARTITION "
                  + "p0 VALUES LESS THAN (10));")
          .good(
              "CREATE TABLE t (d int PRIMARY KEY) PARTITION BY RANGE (d) (PARTITION "
                  + "p0 VALUES LESS THAN (10), PARTITION pm VALUES LESS THAN MAXVALUE);")
          .near(
              "CREATE TABLE t (d int PRIMARY KEY) PARTITION BY LIST (d) (PARTITION "
                  + "p0 VALUES IN (10));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .flatMap(Ddl.CreateTable::partitioning)
        .filter(p -> p.method().equals("RANGE") && !p.maxvalue())
        .ifPresent(
            p ->
                out.at(
                    p.span(),
                    s.tableName().orElseThrow().name(),
                    "There is no partition for values beyond the last bound."));
  }
}
