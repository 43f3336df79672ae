package org.binnacle.review.rule.index;

import java.util.List;
import java.util.stream.IntStream;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.KeyPart;

/// A secondary index need not end with the primary key.
public final class PkSuffix implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.pk-suffix", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("A secondary index need not end with the primary key.")
          .because("InnoDB ends each secondary index with it anyway.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int, KEY k (a, id));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int, KEY k (a));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a int, KEY k (id, a));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a int, UNIQUE KEY k (a, id));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table after = s.after().orElse(null);
    if (after == null || after.primaryKey().isEmpty()) {
      return;
    }
    List<KeyPart> key = after.primaryKey().get().parts();
    for (NewIndex n : s.newIndexes()) {
      List<KeyPart> parts = n.index().parts();
      int from = parts.size() - key.size();
      boolean ends =
          n.index().kind() == IndexDef.Kind.PLAIN
              && from > 0
              && IntStream.range(0, key.size())
                  .allMatch(
                      i ->
                          parts.get(from + i).isOn(key.get(i).column())
                              && !parts.get(from + i).descending()
                              && parts.get(from + i).prefix().isEmpty());
      if (ends) {
        out.at(
            n.index().nameSpan(),
            n.object(),
            n.index().shown() + " ends with the primary key, which InnoDB adds by itself.");
      }
    }
  }
}
