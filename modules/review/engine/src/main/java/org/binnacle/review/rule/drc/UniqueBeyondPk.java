package org.binnacle.review.rule.drc;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.IndexDef;

/// A table written in several regions should have no unique key beside its primary key.
public final class UniqueBeyondPk implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("drc.unique-beyond-pk", Level.WARNING)
          .off()
          .says(
              "A table written in several regions should have no unique key beside "
                  + "its primary key.")
          .because(
              "Two regions may insert the same value under different keys: neither "
                  + "row can be kept.")
          .bad("CREATE TABLE t (id bigint PRIMARY KEY, a int NOT NULL, UNIQUE KEY uk " + "(a));")
          .good("CREATE TABLE t (id bigint PRIMARY KEY, a int NOT NULL, KEY k (a));")
          .near("CREATE TABLE t (id bigint NOT NULL, UNIQUE KEY uk (id));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table t = Drc.changed(s).orElse(null);
    if (t == null) {
      return;
    }
    long unique = t.indexes().stream().filter(IndexDef::isUnique).count();
    s.newIndexes().stream()
        .filter(n -> n.index().kind() == IndexDef.Kind.UNIQUE && unique > 1)
        .forEach(
            n ->
                out.at(
                    n.index().nameSpan(),
                    n.object(),
                    n.index().shown() + " is unique beside the primary key."));
  }
}
