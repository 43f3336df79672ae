package org.binnacle.diagnosis.lock;

import java.util.StringJoiner;

/// The lock that somebody waits for. Texts that the server does not tell are empty.
///
/// @param objectType of a metadata lock, such as TABLE or GLOBAL; RECORD or TABLE of a row lock
/// @param mode such as `X,REC_NOT_GAP` or `EXCLUSIVE`, as asked for
/// @param data the row's key values as InnoDB shows them, such as `7` or `supremum pseudo-record`
public record Contended(
    LockKind kind,
    String objectType,
    String schema,
    String table,
    String partition,
    String index,
    String mode,
    String data) {

  public static Contended unknown(LockKind kind) {
    return new Contended(kind, "", "", "", "", "", "", "");
  }

  /// The index and the mode, whichever row it is.
  Contended withoutData() {
    return new Contended(kind, objectType, schema, table, partition, index, mode, "");
  }

  /// `shop.stock`, or the type where it is no table; empty where it is not known.
  public String object() {
    if (table.isEmpty()) {
      return schema.isEmpty() ? objectType.toLowerCase(java.util.Locale.ROOT) : schema;
    }
    String name = schema.isEmpty() ? table : schema + "." + table;
    return partition.isEmpty() ? name : name + " partition " + partition;
  }

  /// `shop.stock.PRIMARY X,REC_NOT_GAP (7)`, `shop.stock EXCLUSIVE`; `a row lock` where nothing is
  /// known.
  public String words() {
    String object = object();
    if (object.isEmpty() && mode.isEmpty()) {
      return kind == LockKind.ROW ? "a row lock" : "a metadata lock";
    }
    var words = new StringJoiner(" ");
    words.add(index.isEmpty() ? object : object + "." + index);
    if (!mode.isEmpty()) {
      words.add(mode);
    }
    if (!data.isEmpty()) {
      words.add("(" + data + ")");
    }
    return words.toString().strip();
  }
}
