package org.binnacle.diagnosis.kill;

import java.util.Locale;
import org.binnacle.mysql.Row;

/// What must be unchanged for a kill to hit what was shown, read just now.
///
/// @param eventId the running statement: the performance_schema's event, or MariaDB's query id; 0
///   where the server tells neither
public record Identity(
    long id,
    long threadId,
    long eventId,
    String user,
    String host,
    String db,
    String command,
    long timeS,
    String state,
    String sql) {

  /// One row of {@link org.binnacle.mysql.Flavour#identity}.
  static Identity read(Row row) {
    return new Identity(
        row.number("id", 0),
        row.number("thread_id", 0),
        row.number("event_id", 0),
        row.text("user", ""),
        row.text("host", ""),
        row.text("db", ""),
        row.text("command", ""),
        row.number("time_s", 0),
        row.text("state", ""),
        row.text("info", ""));
  }

  /// Whether it is still the same connection: a server that was restarted gives out old ids anew.
  boolean sameThread(Identity before) {
    return id == before.id
        && threadId == before.threadId
        && user.equals(before.user)
        && host.equals(before.host);
  }

  /// Whether the same statement still runs.
  boolean sameStatement(Identity before) {
    if (!sameThread(before) || !runs()) {
      return false;
    }
    if (eventId != 0 || before.eventId != 0) {
      return eventId == before.eventId;
    }
    // Nothing but its text and its age tell two statements apart here.
    return sql.equals(before.sql) && timeS >= before.timeS;
  }

  /// Whether a statement runs that KILL QUERY could end.
  boolean runs() {
    return !command.toLowerCase(Locale.ROOT).equals("sleep");
  }
}
