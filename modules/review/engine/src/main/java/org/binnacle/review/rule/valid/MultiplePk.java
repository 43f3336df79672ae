package org.binnacle.review.rule.valid;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.IndexDef;

/// A table can have one primary key.
public final class MultiplePk implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.multiple-pk", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("A table can have one primary key.")
          .because("The server refuses it with error 1068.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int, PRIMARY KEY (a));")
          .good("CREATE TABLE t (id int, a int, PRIMARY KEY (id, a));")
          .near("ALTER TABLE t ADD PRIMARY KEY (a);")
          .schema("CREATE TABLE t (id int PRIMARY KEY, a int);")
          .bad("ALTER TABLE t ADD PRIMARY KEY (a);")
          .near("ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (a);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.after()
        .filter(t -> !s.newIndexes().isEmpty())
        .filter(
            t -> t.indexes().stream().filter(i -> i.kind() == IndexDef.Kind.PRIMARY).count() > 1)
        .ifPresent(
            t ->
                s.newIndexes().stream()
                    .filter(n -> n.index().kind() == IndexDef.Kind.PRIMARY)
                    .reduce((first, last) -> last)
                    .ifPresent(n -> out.at(n.index().span(), t.name(), "A second primary key.")));
  }
}
