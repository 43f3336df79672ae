package org.binnacle.diagnosis.lock;

import org.binnacle.mysql.Row;

/// Row locks of one session that are alike: in one index, of one mode.
///
/// @param lock of one of them
/// @param many how many they are
/// @param pending asked for and not got yet
public record RowLockGroup(Contended lock, long many, boolean pending) {

  static RowLockGroup read(Row row) {
    return new RowLockGroup(
        LockTexts.row(row), row.number("many", 1), row.text("lock_status", "").equals("WAITING"));
  }

  /// `shop.stock.PRIMARY X,REC_NOT_GAP (7)`; of several `shop.stock.PRIMARY X,REC_NOT_GAP, 41 locks
  /// such as (7)`.
  public String words() {
    if (many <= 1) {
      return lock.words();
    }
    String such = lock.data().isEmpty() ? "" : " such as (" + lock.data() + ")";
    return lock.withoutData().words() + ", %,d locks".formatted(many) + such;
  }
}
