package org.binnacle.review.rule.table;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;

/// A change script should make no temporary tables.
public final class Temporary implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.temporary", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("A change script should make no temporary tables.")
          .because(
              "They live in one session: through a pool they leak, and a replica "
                  + "that restarts loses them.")
          .bad("CREATE TEMPORARY TABLE t (a int);")
          .good("CREATE TABLE t (a int PRIMARY KEY);")
          .near("DROP TEMPORARY TABLE IF EXISTS t;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .filter(Ddl.CreateTable::temporary)
        .ifPresent(c -> out.at(s.head(), c.table().name(), "A temporary table."));
  }
}
