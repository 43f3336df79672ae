package org.binnacle.review.rule.index;

import java.util.HashSet;
import java.util.Locale;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.KeyPart;

/// A column must not stand twice in one index.
public final class DuplicateColumn implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.duplicate-column", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("A column must not stand twice in one index.")
          .because("The server refuses it with error 1060.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int, KEY k (a, a));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY k (a, b));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a int, KEY k ((a + 1), a));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewIndex n : s.newIndexes()) {
      var seen = new HashSet<String>();
      for (KeyPart p : n.index().parts()) {
        if (p.isColumn() && !seen.add(p.column().toLowerCase(Locale.ROOT))) {
          out.at(p.span(), n.object(), p.column() + " stands twice in " + n.index().shown() + ".");
        }
      }
    }
  }
}
