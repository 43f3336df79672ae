package org.binnacle.diagnosis.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.Session;

/// The last statements of sessions, where the server keeps them.
final class History {
  private static final int ROWS = 400;

  private final Session session;
  private final Findings findings;

  History(Session session, Findings findings) {
    this.session = session;
    this.findings = findings;
  }

  private record Line(long threadId, PastStatement statement) {}

  /// @param threads by the performance_schema's thread id
  Map<Who, List<PastStatement>> of(Map<Long, Who> threads) {
    if (!session.facts().can(Capability.STATEMENTS_HISTORY)) {
      findings.notes.add(
          "The last statements of idle blockers are not known: the consumer"
              + " events_statements_history is off here.");
      return Map.of();
    }
    Map<Who, List<PastStatement>> found = new HashMap<>();
    try {
      String sql = session.flavour().locking().history(threads.keySet(), ROWS);
      for (Line line : session.query(sql, History::line)) {
        Who who = threads.get(line.threadId());
        if (who != null) {
          found.computeIfAbsent(who, one -> new ArrayList<>()).add(line.statement());
        }
      }
    } catch (Fault fault) {
      findings.notes.add(
          "The last statements of idle blockers could not be read: " + fault.detail());
    }
    return found;
  }

  static Line line(Row row) {
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
