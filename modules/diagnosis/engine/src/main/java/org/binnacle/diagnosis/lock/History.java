package org.binnacle.diagnosis.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.Session;

/// The last statements of sessions, where the server keeps them (ten a thread, as MySQL comes).
public final class History {
  static final String OFF =
      "Statements that have ended are not known: performance_schema is off here"
          + " (performance_schema=ON in the server's options, then a restart).";

  private static final int ROWS = 600;

  private final Session session;
  private final Set<String> notes;

  /// @param notes gets a sentence where they can't be had
  public History(Session session, Set<String> notes) {
    this.session = session;
    this.notes = notes;
  }

  private record Line(long threadId, PastStatement statement) {}

  /// @param threads connection ids by the performance_schema's thread id
  /// @return by connection id, newest first
  public Map<Long, List<PastStatement>> of(Map<Long, Long> threads) {
    if (threads.isEmpty()) {
      return Map.of();
    }
    if (!session.facts().can(Capability.STATEMENTS_HISTORY)) {
      notes.add(
          session.facts().performanceSchema()
              ? "Statements that have ended are not known: the consumer events_statements_history"
                  + " is off here."
              : OFF);
      return Map.of();
    }
    Map<Long, List<PastStatement>> found = new HashMap<>();
    try {
      String sql = session.flavour().locking().history(threads.keySet(), ROWS);
      for (Line line : session.query(sql, History::line)) {
        Long id = threads.get(line.threadId());
        if (id != null) {
          found.computeIfAbsent(id, one -> new ArrayList<>()).add(line.statement());
        }
      }
    } catch (Fault fault) {
      if (fault.code().id().startsWith("connect.")) {
        throw fault;
      }
      notes.add("Statements that have ended could not be read: " + fault.detail());
    }
    return found;
  }

  private static Line line(Row row) {
    long took = row.number("timer_wait_ps", 0);
    long ago = row.number("ago_ps", -1);
    return new Line(
        row.number("thread_id", 0),
        new PastStatement(
            row.number("event_id", 0),
            row.text("sql_text", ""),
            took / 1_000_000,
            row.number("rows_affected", -1),
            ago < 0 ? -1 : ago / 1_000_000));
  }
}
