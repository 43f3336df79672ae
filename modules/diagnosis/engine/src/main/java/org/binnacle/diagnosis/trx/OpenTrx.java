package org.binnacle.diagnosis.trx;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.lock.PastStatement;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.InstanceRef;

/// One open transaction of InnoDB.
///
/// @param connectionId 0 where there is no connection any more (a prepared XA transaction)
/// @param waitUs how long it has waited for a row lock; -1 where it does not
/// @param rowsModified its undo records: what a rollback has to undo
/// @param row its session; empty where it has none or it ended meanwhile
/// @param statements those that have ended, newest first, as far as the server keeps them; only
///   those of this transaction
public record OpenTrx(
    InstanceRef instance,
    String trxId,
    long connectionId,
    String state,
    long ageUs,
    long waitUs,
    long rowsLocked,
    long rowsModified,
    long lockStructs,
    long tablesLocked,
    String isolation,
    String operation,
    Optional<ProcessRow> row,
    List<PastStatement> statements) {

  public OpenTrx {
    statements = List.copyOf(statements);
  }

  /// Sleeps inside the transaction.
  public boolean idle() {
    return row.filter(one -> one.kind() == Kind.IDLE_IN_TRX).isPresent();
  }

  /// How long it has slept inside the transaction; 0 where it does not.
  public long idleUs() {
    return idle() ? row.map(ProcessRow::timeUs).orElse(0L) : 0;
  }

  /// The running statement, or the last one that is remembered; empty for none.
  public String sql() {
    String running = idle() ? "" : row.map(ProcessRow::sql).orElse("");
    return running.isEmpty() && !statements.isEmpty() ? statements.getFirst().sql() : running;
  }

  /// `app@10.0.4.9`; what it is where it is no session.
  public String account() {
    if (connectionId == 0) {
      return "no connection (a prepared XA transaction?)";
    }
    return row.map(one -> one.user() + "@" + one.client().text()).orElse("ended meanwhile");
  }

  /// `idle in trx`, `waits for a row lock`, a state.
  public String doing() {
    if (idle()) {
      return "idle in trx";
    }
    if (waitUs >= 0) {
      return "waits for a row lock";
    }
    return row.map(one -> one.state().isEmpty() ? one.command() : one.state()).orElse(operation);
  }
}
