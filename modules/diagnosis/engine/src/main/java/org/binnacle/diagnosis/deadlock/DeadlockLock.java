package org.binnacle.diagnosis.deadlock;

/// One lock of a deadlock.
///
/// @param table such as `shop.stock`
/// @param index empty for a lock on the table
/// @param mode as the server wrote it, such as `lock_mode X locks rec but not gap`
public record DeadlockLock(String table, String index, String mode) {

  /// `shop.stock.PRIMARY lock_mode X locks rec but not gap`.
  public String words() {
    return (table + (index.isEmpty() ? "" : "." + index) + " " + mode).strip();
  }
}
