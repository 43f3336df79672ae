package org.binnacle.review.rule.index;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;

/// A column should not stand in many indexes.
public final class ColumnTooManyIndexes implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.column-too-many-indexes", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("A column should not stand in many indexes.")
          .because("They overlap, and a change of its value writes them all.")
          .param("max", 4, "indexes that a column may stand in")
          .with("max", 2)
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, KEY k1 (a), "
                  + "KEY k2 (b, a), KEY k3 (c, a));")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY k1 (a), KEY k2 " + "(b, a));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, KEY k1 (a), "
                  + "KEY k2 (b), KEY k3 (c));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table after = s.after().orElse(null);
    if (after == null || s.newIndexes().isEmpty()) {
      return;
    }
    for (ColumnDef c : after.columns()) {
      long n =
          after.indexes().stream()
              .filter(i -> i.parts().stream().anyMatch(p -> p.isOn(c.name())))
              .count();
      if (n > out.number("max")) {
        out.at(
            s.tableName().orElseThrow().span(),
            after.name() + "." + c.name(),
            "%s stands in %d indexes.".formatted(c.name(), n));
      }
    }
  }
}
