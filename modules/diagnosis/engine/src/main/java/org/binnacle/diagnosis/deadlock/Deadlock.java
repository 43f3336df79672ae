package org.binnacle.diagnosis.deadlock;

import java.util.List;
import java.util.TreeSet;

/// One deadlock as InnoDB told it.
///
/// @param at as the server wrote it, in its own zone; empty where it is not understood
/// @param transactions in the server's order
/// @param victim the number of the one that was rolled back; 0 where it is not told
/// @param raw the whole section, kept as it was
public record Deadlock(String at, List<DeadlockTrx> transactions, int victim, String raw) {

  public Deadlock {
    transactions = List.copyOf(transactions);
  }

  /// The same for the same deadlock, however often it is read: time and threads.
  public String fingerprint() {
    var threads = new TreeSet<Long>();
    transactions.forEach(trx -> threads.add(trx.connectionId()));
    String what = threads.isEmpty() ? Integer.toHexString(raw.hashCode()) : threads.toString();
    return at + " " + what;
  }

  /// The tables that it is about, such as `shop.stock`.
  public List<String> tables() {
    return transactions.stream()
        .flatMap(trx -> trx.locks().stream())
        .map(DeadlockLock::table)
        .filter(table -> !table.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /// Who was rolled back, such as `#4711`; empty where it is not told.
  public String victimWords() {
    return transactions.stream()
        .filter(trx -> trx.number() == victim)
        .findFirst()
        .map(DeadlockTrx::words)
        .orElse("");
  }
}
