package org.binnacle.review.rule.index;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.IndexDef;

/// A primary key should have few columns.
public final class PkMaxColumns implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.pk-max-columns", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("A primary key should have few columns.")
          .because("Every secondary index carries all of them.")
          .param("max", 3, "columns of a primary key")
          .bad("CREATE TABLE t (a int, b int, c int, d int, PRIMARY KEY (a, b, c, d));")
          .good("CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));")
          .near(
              "CREATE TABLE t (a int, b int, c int, d int, PRIMARY KEY (a), UNIQUE "
                  + "KEY uk (a, b, c, d));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewIndex n : s.newIndexes()) {
      if (n.index().kind() == IndexDef.Kind.PRIMARY
          && n.index().parts().size() > out.number("max")) {
        out.at(
            n.index().nameSpan(),
            n.object(),
            "The primary key has %d columns, %d are allowed."
                .formatted(n.index().parts().size(), out.number("max")));
      }
    }
  }
}
