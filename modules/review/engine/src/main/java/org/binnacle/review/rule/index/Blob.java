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

/// TEXT and BLOB columns should not be indexed.
public final class Blob implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.blob", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("TEXT and BLOB columns should not be indexed.")
          .because("Only a prefix can be, which cannot sort, cover or be unique.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a text, KEY k (a(20)));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a varchar(200), KEY k (a));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a text, FULLTEXT KEY k (a));")
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
        if (n.index().isOrdered()
            && p.isColumn()
            && after
                .column(p.column())
                .filter(c -> c.type().isText() || c.type().isBlob())
                .isPresent()) {
          out.at(
              p.span(),
              n.object(),
              p.column() + " is of type " + after.column(p.column()).get().type().name() + ".");
        }
      }
    }
  }
}
