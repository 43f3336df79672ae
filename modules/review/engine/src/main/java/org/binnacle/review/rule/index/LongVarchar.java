package org.binnacle.review.rule.index;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.KeyPart;

/// A long VARCHAR should be indexed by a prefix.
public final class LongVarchar implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.long-varchar", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("A long VARCHAR should be indexed by a prefix.")
          .because("The index grows as large as the table.")
          .param("max", 255, "characters that may be indexed whole")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a varchar(700), KEY k (a));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a varchar(700), KEY k (a(50)));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a varchar(255), KEY k (a));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table after = s.after().orElse(null);
    if (after == null) {
      return;
    }
    for (NewIndex n : s.newIndexes()) {
      for (KeyPart p : n.index().parts()) {
        if (n.index().isOrdered() && p.isColumn() && p.prefix().isEmpty()) {
          after
              .column(p.column())
              .filter(
                  c -> c.type().is("varchar") && c.type().length().orElse(0) > out.number("max"))
              .ifPresent(
                  c -> out.at(p.span(), n.object(), c.type().shown() + " is indexed whole."));
        }
      }
    }
  }
}
