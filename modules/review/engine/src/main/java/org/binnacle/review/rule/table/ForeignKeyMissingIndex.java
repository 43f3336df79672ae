package org.binnacle.review.rule.table;

import java.util.stream.IntStream;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ForeignKeyDef;

/// The columns of a foreign key should have an index of their own.
public final class ForeignKeyMissingIndex implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.missing-for-fk", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("The columns of a foreign key should have an index of their own.")
          .because("The server makes one unasked, with a name of its choice.")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, b int, FOREIGN KEY (b) REFERENCES " + "u (id));")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, b int, KEY idx_b (b), FOREIGN KEY "
                  + "(b) REFERENCES u (id));")
          .near(
              "CREATE TABLE t (b int, id int, PRIMARY KEY (b, id), FOREIGN KEY (b) "
                  + "REFERENCES u (id));")
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
    for (ForeignKeyDef f : Keys.foreign(s)) {
      boolean covered =
          after.indexes().stream()
              .anyMatch(
                  i ->
                      i.isOrdered()
                          && i.parts().size() >= f.columns().size()
                          && IntStream.range(0, f.columns().size())
                              .allMatch(n -> i.parts().get(n).isOn(f.columns().get(n))));
      if (!covered) {
        out.at(
            f.span(), after.name(), "No index begins with " + String.join(", ", f.columns()) + ".");
      }
    }
  }
}
