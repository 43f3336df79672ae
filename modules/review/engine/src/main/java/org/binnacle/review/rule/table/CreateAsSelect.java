package org.binnacle.review.rule.table;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A table should not be made by CREATE TABLE ... SELECT.
public final class CreateAsSelect implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.create-as-select", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("A table should not be made by CREATE TABLE ... SELECT.")
          .because(
              "It has no keys, locks what it reads, and before 8.0.21 breaks GTID "
                  + "replication.")
          .bad("CREATE TABLE t AS SELECT * FROM u;")
          .bad("CREATE TABLE t SELECT a FROM u;")
          .good("CREATE TABLE t (a int PRIMARY KEY); INSERT INTO t (a) SELECT a FROM u;")
          .near("CREATE TEMPORARY TABLE t AS SELECT * FROM u;")
          .near("CREATE VIEW v AS SELECT a FROM u;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .filter(c -> c.select() && !c.temporary())
        .ifPresent(
            c -> out.at(c.table().span(), c.table().name(), "Make the table first, then fill it."));
  }
}
