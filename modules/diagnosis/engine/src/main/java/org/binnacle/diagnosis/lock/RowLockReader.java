package org.binnacle.diagnosis.lock;

import java.util.List;
import java.util.Set;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.Session;

/// The row locks of one session's transaction, by the transaction's id: the table of all locks is
/// never read, nor are the locks of a transaction that has very many (measured: a million row locks
/// take seconds and a gigabyte).
final class RowLockReader {
  private static final int KINDS = 50;

  private RowLockReader() {}

  private record Trx(String id, long rowsLocked, String lock) {
    static Trx of(Row row) {
      return new Trx(row.text("trx_id", ""), row.number("rows_locked", 0), row.text("lock_id", ""));
    }
  }

  /// @param notes gets what could not be had, and why
  static List<RowLockGroup> of(Session session, ProcessRow row, Set<String> notes) {
    if (!session.facts().can(Capability.PROCESS)) {
      return List.of();
    }
    Locking locking = session.flavour().locking();
    List<Trx> open = session.query(locking.transactionOf(), Trx::of, row.id());
    if (open.isEmpty()) {
      return List.of();
    }
    Trx trx = open.getFirst();
    if (trx.rowsLocked() >= RowWaits.FEW_LOCKS) {
      notes.add(
          "Its %,d row locks are not listed: to read so many would hurt the server."
              .formatted(trx.rowsLocked()));
      return List.of();
    }
    if (locking.allRowLocks() && !session.facts().can(Capability.PERFORMANCE_SCHEMA)) {
      notes.add("Row locks are not known: performance_schema is off or may not be read here.");
      return List.of();
    }
    return read(session, locking, trx, notes);
  }

  private static List<RowLockGroup> read(
      Session session, Locking locking, Trx trx, Set<String> notes) {
    try {
      List<RowLockGroup> locks =
          session.query(locking.rowLocksOf(trx.id(), trx.lock(), KINDS), RowLockGroup::read);
      if (!locking.allRowLocks() && trx.rowsLocked() > 0) {
        notes.add("Of row locks this server tells only those that somebody waits for.");
      }
      if (locks.size() == KINDS) {
        notes.add("Only %d kinds of row locks are shown.".formatted(KINDS));
      }
      return locks;
    } catch (Fault fault) {
      if (fault.code().id().startsWith("connect.")) {
        throw fault;
      }
      notes.add("Row locks could not be read: " + fault.detail());
      return List.of();
    }
  }
}
