package org.binnacle.review.rule.table;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A table should have a comment.
public final class Comment implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.comment", Level.NOTICE)
          .off()
          .says("A table should have a comment.")
          .because("Names alone do not tell the next reader what the rows are.")
          .bad("CREATE TABLE t (a int PRIMARY KEY);")
          .good("CREATE TABLE t (a int PRIMARY KEY) COMMENT='what it holds';")
          .near("CREATE TEMPORARY TABLE t (a int PRIMARY KEY);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .filter(c -> c.like().isEmpty() && !c.temporary())
        .filter(c -> c.options().value("comment").filter(x -> !x.isBlank()).isEmpty())
        .ifPresent(c -> out.at(c.table().span(), c.table().name(), "The table has no comment."));
  }
}
