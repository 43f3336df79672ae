package org.binnacle.review.rule.name;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// An index should have a name.
public final class IndexAnonymous implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.index-anonymous", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("An index should have a name.")
          .because(
              "The server makes one, which may differ between environments: a later "
                  + "DROP INDEX fails there.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int, KEY (a));")
          .bad("ALTER TABLE t ADD INDEX (a);")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int, KEY idx_a (a));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE);")
          .near("CREATE TABLE t (id int, CONSTRAINT uk UNIQUE (id), PRIMARY KEY (id));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewIndex n : s.newIndexes()) {
      if (n.index().name().isEmpty()) {
        out.at(
            n.index().span(),
            n.object(),
            "The index on " + n.index().shownParts() + " has no name.");
      }
    }
  }
}
