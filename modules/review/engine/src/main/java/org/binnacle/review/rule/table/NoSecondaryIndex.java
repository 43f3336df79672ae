package org.binnacle.review.rule.table;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.IndexDef;

/// A table with several columns should have an index beside its primary key.
public final class NoSecondaryIndex implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.no-secondary-index", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("A table with several columns should have an index beside its primary " + "key.")
          .because("It was probably forgotten.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, customer_id int, state int, total " + "int);")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, customer_id int, state int, total "
                  + "int, KEY idx_c (customer_id));")
          .near("CREATE TABLE t (k varchar(20) PRIMARY KEY, v varchar(20));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .filter(c -> c.columns().size() > 3 && c.indexes().size() == 1)
        .filter(c -> c.indexes().getFirst().kind() == IndexDef.Kind.PRIMARY)
        .ifPresent(
            c -> out.at(c.table().span(), c.table().name(), "No index but the primary key."));
  }
}
