package org.binnacle.diagnosis.lock;

import java.util.Locale;
import org.binnacle.mysql.Row;

/// A metadata lock of one session.
///
/// @param lock its object and mode
/// @param duration `STATEMENT`, `TRANSACTION` or `EXPLICIT`; empty where it is not told
/// @param pending asked for and not got yet
public record HeldLock(Contended lock, String duration, boolean pending) {

  static HeldLock read(Row row) {
    return new HeldLock(
        new Contended(
            LockKind.METADATA,
            row.text("object_type", ""),
            row.text("object_schema", ""),
            row.text("object_name", ""),
            "",
            "",
            row.text("lock_type", "").replaceFirst("^MDL_", ""),
            ""),
        row.text("lock_duration", "").replaceFirst("^MDL_", ""),
        row.text("lock_status", "").equals("PENDING"));
  }

  /// `shop.stock SHARED_WRITE, transaction`.
  public String words() {
    String type = lock.objectType();
    String of =
        type.isEmpty() || type.equals("TABLE") || lock.table().isEmpty()
            ? ""
            : type.toLowerCase(Locale.ROOT) + " ";
    return of + lock.words() + (duration.isEmpty() ? "" : ", " + duration.toLowerCase(Locale.ROOT));
  }
}
