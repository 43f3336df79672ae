package org.binnacle.review.rule.name;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.IndexDef;

/// Unique indexes should be named by the team's pattern.
public final class IndexUnique implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.index-unique", Level.WARNING)
          .concerns(Concern.TABLES)
          .off()
          .says("Unique indexes should be named by the team's pattern.")
          .because(
              "An error of a duplicate names the index: its name should tell what it " + "means.")
          .param(
              "pattern",
              "^uk_{columns}$",
              "regular expression; {table} and {columns} stand for the names")
          .param("maxLength", 64, "characters")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, UNIQUE KEY foo " + "(a));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, UNIQUE KEY uk_a " + "(a));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a int, KEY foo (a));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    IndexNaming.check(s, out, IndexDef.Kind.UNIQUE);
  }
}
