package org.binnacle.review.rule.name;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.IndexDef;

/// Indexes should be named by the team's pattern.
public final class IndexNormal implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.index-normal", Level.WARNING)
          .concerns(Concern.TABLES)
          .off()
          .says("Indexes should be named by the team's pattern.")
          .because(
              "Plans, alarms and drop statements then tell by themselves what they " + "are about.")
          .param(
              "pattern",
              "^idx_{columns}$",
              "regular expression; {table} and {columns} stand for the names")
          .param("maxLength", 64, "characters")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int, KEY foo (a));")
          .bad("CREATE INDEX i1 ON t (a, b);")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY idx_a_b (a, b));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, UNIQUE KEY foo " + "(a));")
          .near("DROP INDEX foo ON t;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    IndexNaming.check(s, out, IndexDef.Kind.PLAIN);
  }
}
