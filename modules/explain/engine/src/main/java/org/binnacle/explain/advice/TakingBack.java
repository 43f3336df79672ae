package org.binnacle.explain.advice;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;

/// Drops the index of a trial: where the table is busy again and again, where the connection was
/// lost on another one, after the statement of the first has ended.
final class TakingBack {
  private static final int TIMES = 8;
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final Trials.Room room;
  private final Session session;
  private final TrialIndex index;

  TakingBack(Trials.Room room, Session session, TrialIndex index) {
    this.room = room;
    this.session = session;
    this.index = index;
  }

  /// @return the statement that is still to be done; empty where the index is gone
  Optional<String> back() {
    try {
      drop(session);
    } catch (RuntimeException first) {
      try (Session fresh =
          room.connections().vital(room.server(), "trial", Bounds.action(), false)) {
        end(fresh);
        Unlogged.surely(fresh);
        drop(fresh);
      } catch (RuntimeException second) {
        room.diary().came(index.drop(), AuditEntry.Outcome.UNKNOWN, Fault.of(second).detail());
        return Optional.of(index.drop());
      }
    }
    room.diary().came(index.drop(), AuditEntry.Outcome.DONE, "dropped again");
    return Optional.empty();
  }

  /// Waits for metadata locks of others shortly each time, so that these do not queue behind it.
  private void drop(Session on) {
    for (int i = 1; ; i++) {
      try {
        on.execute(index.drop());
        return;
      } catch (Fault fault) {
        if (fault.detail().startsWith("1091:")) {
          return; // it was never made
        }
        if (!fault.code().equals(SqlFaults.LOCK_WAIT) || i == TIMES) {
          throw fault;
        }
        LockSupport.parkNanos(BETWEEN.toNanos());
      }
    }
  }

  /// The lost connection's statement may still run and make the index after it was dropped.
  private void end(Session fresh) {
    try {
      fresh.execute("KILL " + session.connectionId());
    } catch (Fault fault) {
      return; // it is gone, or is no longer ours to end
    }
    for (int i = 0; i < 40 && there(fresh); i++) {
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }

  private boolean there(Session fresh) {
    return fresh
            .query(
                "SELECT COUNT(*) AS many FROM information_schema.PROCESSLIST WHERE ID = ?",
                row -> row.number("many", 0),
                session.connectionId())
            .getFirst()
        > 0;
  }
}
