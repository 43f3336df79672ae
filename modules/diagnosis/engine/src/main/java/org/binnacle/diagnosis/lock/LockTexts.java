package org.binnacle.diagnosis.lock;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.mysql.Row;

/// Locks as the servers write them.
final class LockTexts {
  /// `` `shop`.`stock` ``, with `` /* Partition `p0` */ `` behind it where there is one.
  private static final Pattern OLD_NAME =
      Pattern.compile(
          "^`((?:[^`]|``)*)`\\.`((?:[^`]|``)*)`(?: /\\* Partition `((?:[^`]|``)*)`.*\\*/)?$");

  private LockTexts() {}

  /// One row of {@link org.binnacle.mysql.Locking#rowLocks}.
  static Contended row(Row row) {
    String schema = row.text("object_schema", "");
    String table = row.text("object_name", "");
    String partition = row.text("partition_name", "");
    Matcher old = OLD_NAME.matcher(table);
    if (schema.isEmpty() && old.matches()) {
      schema = bare(old.group(1));
      table = bare(old.group(2));
      partition = old.group(3) == null ? "" : bare(old.group(3));
    }
    return new Contended(
        LockKind.ROW,
        row.text("lock_type", ""),
        schema,
        table,
        partition,
        row.text("index_name", "").replace("`", ""),
        row.text("lock_mode", ""),
        row.text("lock_data", ""));
  }

  private static String bare(String quoted) {
    return quoted.replace("``", "`");
  }
}
