package org.binnacle.review.rule.index;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A FULLTEXT or SPATIAL index should be a decision.
public final class Fulltext implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.fulltext", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("A FULLTEXT or SPATIAL index should be a decision.")
          .because(
              "The first FULLTEXT index rebuilds the table for a hidden column, and "
                  + "each write costs more.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a text, FULLTEXT KEY k (a));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a varchar(20), KEY k (a));")
          .near("CREATE TABLE t (id int PRIMARY KEY, fulltext_id int);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewIndex n : s.newIndexes()) {
      if (!n.index().isOrdered()) {
        out.at(n.index().nameSpan(), n.object(), "A " + n.index().kind() + " index.");
      }
    }
  }
}
