package org.binnacle.review.rule.name;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.IndexDef;

/// FULLTEXT indexes should be named by the team's pattern.
public final class IndexFulltext implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.index-fulltext", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("FULLTEXT indexes should be named by the team's pattern.")
          .because("They are used by other queries than the rest.")
          .param(
              "pattern", "^ft_.*$", "regular expression; {table} and {columns} stand for the names")
          .param("maxLength", 64, "characters")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a text, FULLTEXT KEY foo (a));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a text, FULLTEXT KEY ft_a (a));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a int, KEY foo (a));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    IndexNaming.check(s, out, IndexDef.Kind.FULLTEXT);
  }
}
