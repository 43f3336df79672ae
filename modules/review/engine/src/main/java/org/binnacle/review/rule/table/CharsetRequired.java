package org.binnacle.review.rule.table;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A table should name its character set.
public final class CharsetRequired implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.charset-required", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("A table should name its character set.")
          .because("Server defaults vary over a fleet and between versions.")
          .bad("CREATE TABLE t (a int PRIMARY KEY);")
          .good("CREATE TABLE t (a int PRIMARY KEY) DEFAULT CHARSET=utf8mb4;")
          .near("CREATE TABLE t LIKE u;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .filter(
            c -> c.like().isEmpty() && !c.options().has("charset") && !c.options().has("collate"))
        .ifPresent(c -> out.at(c.table().span(), c.table().name(), "No character set is written."));
  }
}
