package org.binnacle.review.rule.valid;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;

/// A row must fit into 65535 bytes, and a table into 1017 columns.
public final class RowSize implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.row-size", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("A row must fit into 65535 bytes, and a table into 1017 columns.")
          .because("The server refuses it with error 1118 or 1117.")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(10000), b "
                  + "varchar(10000)) DEFAULT CHARSET=utf8mb4;")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(10000), b text) DEFAULT "
                  + "CHARSET=utf8mb4;")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(20000), b "
                  + "varchar(20000)) DEFAULT CHARSET=latin1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table after = s.after().orElse(null);
    if (after == null || s.newColumns().isEmpty()) {
      return;
    }
    long bytes = 0;
    for (ColumnDef c : after.columns()) {
      bytes += KeyBytes.row(after, c);
    }
    if (bytes > 65_535 || after.columns().size() > 1017) {
      out.at(
          s.tableName().orElseThrow().span(),
          after.name(),
          bytes > 65_535
              ? "A row may take "
                  + bytes
                  + " bytes, 65535 are allowed: make columns shorter, or TEXT."
              : "More than 1017 columns.");
    }
  }
}
