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
import org.binnacle.sql.ddl.ColumnType;

/// Integer types should have no width.
public final class IntWidth implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.int-width", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("Integer types should have no width.")
          .because("It is deprecated, changes nothing about the range, and misleads " + "readers.")
          .since(80019)
          .bad("CREATE TABLE t (id int(11) PRIMARY KEY);")
          .good("CREATE TABLE t (id int PRIMARY KEY);")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a tinyint(1), b decimal(10), c "
                  + "int(5) zerofill);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      ColumnType type = c.column().type();
      boolean flag = type.is("tinyint") && type.length().filter(n -> n == 1).isPresent();
      if (type.isInteger() && type.length().isPresent() && !flag && !type.zerofill()) {
        String written = type.span().in(s.text());
        Fix fix =
            new Fix(
                "take the width away",
                List.of(new Edit(type.span(), written.replaceFirst("\\s*\\(\\s*\\d+\\s*\\)", ""))),
                true);
        out.at(type.span(), c.object(), "The width of " + type.shown() + " means nothing.", fix);
      }
    }
  }
}
