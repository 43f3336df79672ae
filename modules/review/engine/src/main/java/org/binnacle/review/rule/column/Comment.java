package org.binnacle.review.rule.column;

import java.util.List;
import org.binnacle.review.Concern;
import org.binnacle.review.Edit;
import org.binnacle.review.Findings;
import org.binnacle.review.Fix;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;

/// A column should have a comment.
public final class Comment implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.comment", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("A column should have a comment.")
          .because("Names alone do not tell the next reader what the values are.")
          .bad("CREATE TABLE t (id int PRIMARY KEY COMMENT 'x', a int);")
          .good("CREATE TABLE t (id int PRIMARY KEY COMMENT 'x', a int COMMENT 'y');")
          .near("CREATE TABLE t LIKE u;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().comment().filter(x -> !x.isBlank()).isEmpty()) {
        String words = c.column().name() + " has no comment.";
        if (c.column().references() || c.column().comment().isPresent()) {
          out.at(c.column().nameSpan(), c.object(), words);
        } else {
          int end = c.column().span().end();
          var stub = new Edit(new Span(end, end), " COMMENT 'TODO'");
          var fix = new Fix("add a COMMENT to be filled in", List.of(stub), false);
          out.at(c.column().nameSpan(), c.object(), words, fix);
        }
      }
    }
  }
}
