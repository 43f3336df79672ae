package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.Charsets;
import org.binnacle.review.schema.Table;

/// A column should not have another character set than its table.
public final class ColumnCharset implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.charset", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("A column should not have another character set than its table.")
          .because("Comparing it with the others converts one side, and the index is lost.")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(10) CHARACTER SET "
                  + "latin1) DEFAULT CHARSET=utf8mb4;")
          .good("CREATE TABLE t (id int PRIMARY KEY, a varchar(10)) DEFAULT " + "CHARSET=utf8mb4;")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(10) CHARACTER SET "
                  + "utf8mb4 COLLATE utf8mb4_bin) DEFAULT CHARSET=utf8mb4;")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(10) CHARACTER SET "
                  + "ascii) DEFAULT CHARSET=utf8mb4;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table after = s.after().orElse(null);
    if (after == null || after.charset().isEmpty()) {
      return;
    }
    String table = Charsets.same(after.charset().get());
    for (NewColumn c : s.newColumns()) {
      String own = Charsets.same(after.charset(c.column()));
      // ASCII and binary columns are meant so: hashes, codes, bytes.
      if (c.column().type().isCharacter()
          && !own.equals(table)
          && !own.equals("ascii")
          && !own.equals("binary")) {
        out.at(
            c.column().span(),
            c.object(),
            "%s is %s, its table is %s.".formatted(c.column().name(), own, table));
      }
    }
  }
}
