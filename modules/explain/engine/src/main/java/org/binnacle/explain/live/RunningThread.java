package org.binnacle.explain.live;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;

/// What a thread was seen to run.
///
/// @param sql the whole statement
/// @param waits whether it waits for a lock
record RunningThread(
    Session session, long id, String user, Optional<String> database, String sql, boolean waits) {
  private static final Pattern FORMAT =
      Pattern.compile("^\\s*(EXPLAIN|SHOW EXPLAIN|SHOW ANALYZE)\\b", Pattern.CASE_INSENSITIVE);

  static RunningThread look(Session session, long id) {
    var flavour = session.flavour();
    Seen seen =
        session.query(flavour.identity(session.facts()), Seen::of, id).stream()
            .findFirst()
            .orElseThrow(() -> new Fault(SqlFaults.NO_SUCH_THREAD, "thread " + id));
    // 5.7 still shows the last statement of a sleeper.
    String sql =
        (seen.sleeps() ? Optional.<String>empty() : flavour.fullStatement(session, id))
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> new Fault(ExplainFaults.IDLE, "thread " + id));
    if (FORMAT.matcher(sql).find()) {
      throw new Fault(ExplainFaults.NOT_EXPLAINABLE, StatementCheck.shortened(sql));
    }
    return new RunningThread(
        session,
        id,
        seen.user(),
        Optional.of(seen.database()).filter(name -> !name.isEmpty()),
        sql,
        waits(session, seen.state(), id));
  }

  private record Seen(String user, String database, String state, boolean sleeps) {
    static Seen of(Row row) {
      return new Seen(
          row.text("user", ""),
          row.text("db", ""),
          row.text("state", ""),
          row.text("command", "").equals("Sleep"));
    }
  }

  private static boolean waits(Session session, String state, long id) {
    if (!session.flavour().planWords(session.facts()).waitsWithTheThread()) {
      return false;
    }
    return state.toLowerCase(Locale.ROOT).contains("lock")
        || !session
            .query(
                """
                SELECT /* binnacle:plan */ 1 AS waits FROM information_schema.INNODB_TRX
                WHERE trx_mysql_thread_id = ? AND trx_state = 'LOCK WAIT'""",
                row -> row.number("waits", 0),
                id)
            .isEmpty();
  }

  /// The thread's own plan; empty, with a note, where the server does not tell it.
  Optional<Asking.Came> own(Asking asking, List<String> notes) {
    if (waits) {
      notes.add(
          "the thread waits for a lock: asking MariaDB for its own plan would wait too; this is the"
              + " plan that its statement would get now");
      return Optional.empty();
    }
    try {
      return Optional.of(asking.running(id));
    } catch (Fault fault) {
      Optional<String> why = why(fault);
      if (why.isEmpty()) {
        throw fault;
      }
      notes.add(why.get() + "; this is the plan that its statement would get now");
      return Optional.empty();
    }
  }

  private Optional<String> why(Fault fault) {
    String code = fault.code().id();
    if (fault.code().equals(SqlFaults.PRIVILEGE) || fault.code().equals(SqlFaults.NOT_OWNER)) {
      return Optional.of(
          "the server tells the plan of %s's thread to accounts with every global privilege only (%s)"
              .formatted(user, fault.detail()));
    }
    if (fault.code().equals(SqlFaults.NO_SUCH_THREAD)) {
      return Optional.of("the thread has ended (" + fault.detail() + ")");
    }
    if (code.startsWith("connect.") || code.equals(Fault.BUG.id())) {
      return Optional.empty();
    }
    return Optional.of("the server does not tell the thread's own plan (" + fault.detail() + ")");
  }
}
