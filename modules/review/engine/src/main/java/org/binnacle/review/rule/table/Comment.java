package org.binnacle.review.rule.table;

import java.util.List;
import org.binnacle.review.Concern;
import org.binnacle.review.Edit;
import org.binnacle.review.Findings;
import org.binnacle.review.Fix;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.ddl.Ddl;

/// A table should have a comment.
public final class Comment implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.comment", Level.NOTICE)
          .concerns(Concern.TABLES)
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
        .ifPresent(c -> tell(s, c, out));
  }

  private static void tell(Subject s, Ddl.CreateTable c, Findings out) {
    String words = "The table has no comment.";
    boolean last = c.partitioning().isEmpty() && !c.select();
    if (!last || c.options().value("comment").isPresent()) {
      out.at(c.table().span(), c.table().name(), words);
      return;
    }
    var stub = new Edit(new Span(s.text().length(), s.text().length()), " COMMENT='TODO'");
    out.at(
        c.table().span(),
        c.table().name(),
        words,
        new Fix("add a COMMENT to be filled in", List.of(stub), false));
  }
}
