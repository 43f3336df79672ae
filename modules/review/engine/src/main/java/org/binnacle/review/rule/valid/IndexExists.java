package org.binnacle.review.rule.valid;

import java.util.HashSet;
import java.util.Locale;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.IndexDef;

/// The name of a new index must be free.
public final class IndexExists implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.index-exists", Level.ERROR)
          .says("The name of a new index must be free.")
          .because("The server refuses it with error 1061.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY k (a), KEY k " + "(b));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY k1 (a), KEY k2 " + "(b));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a int, KEY (a), KEY (a));")
          .schema("CREATE TABLE t (id int PRIMARY KEY, a int, KEY k (a));")
          .bad("CREATE INDEX k ON t (id);")
          .near("ALTER TABLE t DROP KEY k, ADD KEY k (id);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    var names = new HashSet<String>();
    s.alters()
        .flatMap(a -> s.table(a.table()))
        .ifPresent(t -> t.indexes().forEach(i -> i.name().ifPresent(n -> names.add(small(n)))));
    s.actions(AlterAction.DropIndex.class).forEach(d -> names.remove(small(d.index())));
    s.actions(AlterAction.RenameIndex.class).forEach(r -> names.remove(small(r.from())));
    for (NewIndex n : s.newIndexes()) {
      if (n.index().kind() == IndexDef.Kind.PRIMARY
          || n.index().inline()
          || n.index().name().isEmpty()) {
        continue;
      }
      if (!names.add(small(n.index().name().get()))) {
        out.at(
            n.index().nameSpan(), n.object(), "The name " + n.index().name().get() + " is taken.");
      }
    }
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
