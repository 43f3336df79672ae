package org.binnacle.review.rule.index;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.IndexDef;

/// An index should not have too many columns.
public final class MaxColumns implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.max-columns", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("An index should not have too many columns.")
          .because("Few queries use more than the first ones, and it grows large.")
          .param("max", 5, "columns of an index")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, d int, e "
                  + "int, f int, KEY k (a, b, c, d, e, f));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY k (a, b));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, d int, e "
                  + "int, KEY k (a, b, c, d, e));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewIndex n : s.newIndexes()) {
      if (n.index().kind() != IndexDef.Kind.PRIMARY
          && n.index().parts().size() > out.number("max")) {
        out.at(
            n.index().nameSpan(),
            n.object(),
            "%s has %d columns, %d are allowed."
                .formatted(n.index().shown(), n.index().parts().size(), out.number("max")));
      }
    }
  }
}
