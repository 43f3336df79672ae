package org.binnacle.diagnosis.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One column of the process list under its stable name: the same in the window, in exports, in the
/// query bar and on the command line.
///
/// The names are a promise; see the README of this module.
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
public enum Field {
  INSTANCE("instance", Type.TEXT, row -> row.instance().name()),
  CLUSTER("cluster", Type.TEXT, row -> row.instance().cluster()),
  ID("id", Type.COUNT, ProcessRow::id),
  THREAD("thread", Type.COUNT, ProcessRow::threadId),
  KIND("kind", Type.TEXT, row -> row.kind().words()),
  USER("user", Type.TEXT, ProcessRow::user),
  HOST("host", Type.TEXT, row -> row.client().ip()),
  PORT("port", Type.COUNT, row -> (long) row.client().port()),
  DB("db", Type.TEXT, ProcessRow::db),
  COMMAND("command", Type.TEXT, ProcessRow::command),
  TIME("time", Type.SPAN, ProcessRow::timeUs),
  STATE("state", Type.TEXT, ProcessRow::state),
  TRX("trx", Type.SPAN, row -> row.trx().map(Transaction::ageUs).orElse(null)),
  MODIFIED("modified", Type.COUNT, row -> row.trx().map(Transaction::rowsModified).orElse(null)),
  LOCKED("locked", Type.COUNT, row -> row.trx().map(Transaction::rowsLocked).orElse(null)),
  TRX_STATE("trx-state", Type.TEXT, row -> row.trx().map(Transaction::state).orElse("")),
  BLOCKED_BY("blocked-by", Type.TEXT, row -> row.blocking().by()),
  BLOCKS("blocks", Type.COUNT, row -> known(row.blocking().blocks())),
  ROOT("root", Type.TEXT, row -> row.blocking().root()),
  EXAMINED("examined", Type.COUNT, row -> known(row.work().rowsExamined())),
  SENT("sent", Type.COUNT, row -> known(row.work().rowsSent())),
  AFFECTED("affected", Type.COUNT, row -> known(row.work().rowsAffected())),
  LOCK_TIME("lock-time", Type.SPAN, row -> known(row.work().lockTimeUs())),
  TMP_DISK("tmp-disk", Type.COUNT, row -> known(row.work().tmpDiskTables())),
  PROGRAM("program", Type.TEXT, ProcessRow::program),
  DIGEST("digest", Type.TEXT, row -> row.work().digest()),
  SQL_LENGTH("sql-length", Type.COUNT, ProcessRow::sqlLength),
  SQL("sql", Type.TEXT, ProcessRow::sql);

  /// What the values of a field are: SPAN is a length of time in microseconds.
  public enum Type {
    TEXT,
    COUNT,
    SPAN
  }

  private final String key;
  private final Type type;
  private final Function<ProcessRow, @Nullable Object> value;

  Field(String key, Type type, Function<ProcessRow, @Nullable Object> value) {
    this.key = key;
    this.type = type;
    this.value = value;
  }

  private static @Nullable Long known(long value) {
    return value < 0 ? null : (Long) value;
  }

  public String key() {
    return key;
  }

  public Type type() {
    return type;
  }

  /// The name in CSV and JSON, with the unit: `time_us`, `lock_time_us`, `sql`.
  public String exported() {
    String name = key.replace('-', '_');
    return type == Type.SPAN ? name + "_us" : name;
  }

  /// The text of a TEXT field; empty where there is none.
  public String text(ProcessRow row) {
    return value.apply(row) instanceof String text ? text : "";
  }

  /// The number of a COUNT or SPAN field.
  public Optional<Long> number(ProcessRow row) {
    return value.apply(row) instanceof Long number ? Optional.of(number) : Optional.empty();
  }

  public static Optional<Field> named(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }

  public static List<Field> all() {
    return List.of(values());
  }
}
