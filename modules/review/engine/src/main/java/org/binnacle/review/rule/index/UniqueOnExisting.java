package org.binnacle.review.rule.index;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.IndexDef;

/// A unique index on a table with rows should be checked first.
public final class UniqueOnExisting implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.unique-on-existing", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("A unique index on a table with rows should be checked first.")
          .because(
              "One duplicate ends the ALTER after all its work; gh-ost and pt-osc "
                  + "drop the duplicates silently.")
          .bad("ALTER TABLE t ADD UNIQUE KEY uk (a);")
          .bad("CREATE UNIQUE INDEX uk ON t (a);")
          .good("ALTER TABLE t ADD KEY k (a);")
          .near("CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, UNIQUE KEY uk " + "(a));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL); CREATE UNIQUE "
                  + "INDEX uk ON t (a);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewIndex n : s.newIndexes()) {
      boolean madeHere = !s.schema().isComplete() && s.table(n.table()).isPresent();
      if (n.onExisting() && n.index().kind() == IndexDef.Kind.UNIQUE && !madeHere) {
        out.at(
            n.index().nameSpan(),
            n.object(),
            "Rows that are duplicates in "
                + n.index().shownParts()
                + " make this fail: look for them first.");
      }
    }
  }
}
