package org.binnacle.explain.advice;

import java.util.List;
import java.util.Locale;
import org.binnacle.explain.schema.ColumnInfo;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.sql.Quote;

/// The statements that copy a table into a scratch schema.
final class SampleCopy {
  private SampleCopy() {}

  static List<String> of(String scratch, TableInfo table, long rows) {
    String copy = Quote.path(scratch, table.name());
    String from = Quote.path(table.schema(), table.name());
    String create = "CREATE TABLE " + copy + " LIKE " + from;
    if (rows == 0) {
      return List.of(create);
    }
    String columns =
        String.join(
            ", ",
            table.columns().stream()
                .filter(column -> !generated(column))
                .map(column -> Quote.name(column.name()))
                .toList());
    return List.of(
        create,
        "INSERT INTO "
            + copy
            + " ("
            + columns
            + ") SELECT "
            + columns
            + " FROM "
            + from
            + " LIMIT "
            + rows);
  }

  private static boolean generated(ColumnInfo column) {
    String extra = column.extra().toUpperCase(Locale.ROOT);
    return extra.contains("VIRTUAL") || extra.contains("STORED") || extra.contains("PERSISTENT");
  }
}
