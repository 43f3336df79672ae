package org.binnacle.diagnosis.replication;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Session;

/// The lag by a table into which something writes the time on the source each second, in the shape
/// of pt-heartbeat: columns ts and server_id. It is looked for as `heartbeat` in a few schemas with
/// usual names only, since a search through all tables costs a server with many of them dearly.
public final class Heartbeat {
  private static final String FIND =
      """
      SELECT /* binnacle:heartbeat */ TABLE_SCHEMA AS name FROM information_schema.TABLES
       WHERE TABLE_SCHEMA IN ('percona','heartbeat','meta','dba','monitor','ops','pt')
       AND TABLE_NAME='heartbeat' LIMIT 1""";

  /// The youngest beat, so that a server that beats itself and one above it do not mix.
  private static final String LAG =
      """
      SELECT /* binnacle:heartbeat */ MIN(TIMESTAMPDIFF(SECOND, REPLACE(ts,'T',' '),
        CONVERT_TZ(UTC_TIMESTAMP(),'+00:00','SYSTEM'))) AS late_s
       FROM `%s`.heartbeat WHERE server_id<>@@GLOBAL.server_id""";

  OptionalLong lagS(Session session, Set<String> notes) {
    try {
      List<String> schema = session.query(FIND, row -> row.text("name", ""));
      if (schema.isEmpty() || !schema.getFirst().matches("[A-Za-z]+")) {
        return OptionalLong.empty();
      }
      return session.query(LAG.formatted(schema.getFirst()), row -> row.number("late_s")).stream()
          .filter(OptionalLong::isPresent)
          .mapToLong(lag -> Math.max(0, lag.getAsLong()))
          .findFirst();
    } catch (Fault fault) {
      if (fault.code().id().startsWith("connect.")) {
        throw fault;
      }
      notes.add("The heartbeat table could not be read: " + fault.detail());
      return OptionalLong.empty();
    }
  }
}
