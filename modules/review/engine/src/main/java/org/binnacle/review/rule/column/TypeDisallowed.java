package org.binnacle.review.rule.column;

import java.util.List;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// Types on the team's list must not be used.
public final class TypeDisallowed implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.type-disallowed", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("Types on the team's list must not be used.")
          .because("The team has decided so.")
          .param("types", List.of(), "types by the name that SHOW CREATE TABLE prints")
          .with("types", List.of("enum", "bit"))
          .bad("CREATE TABLE t (id int PRIMARY KEY, a enum('x'));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a tinyint);")
          .near("CREATE TABLE t (id int PRIMARY KEY, enum varchar(10));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (out.list("types").contains(c.column().type().name())) {
        out.at(
            c.column().type().span(),
            c.object(),
            "The type " + c.column().type().name() + " must not be used.");
      }
    }
  }
}
