package org.binnacle.diagnosis.replication;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.binnacle.diagnosis.health.HeartbeatTable;
import org.binnacle.diagnosis.replication.HeartbeatRules.Choice;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Session;

/// The lag by a table into which something writes the time on the source each second, in the shape
/// of pt-heartbeat: columns ts and server_id. The settings name it ({@link HeartbeatRules});
/// without one it is looked for as `heartbeat` in a few schemas with usual names only, since a
/// search through all tables costs a server with many of them dearly.
public final class Heartbeat {
  private static final String FIND =
      """
      SELECT /* binnacle:heartbeat */ TABLE_SCHEMA AS name FROM information_schema.TABLES
       WHERE TABLE_SCHEMA IN ('percona','heartbeat','meta','dba','monitor','ops','pt')
       AND TABLE_NAME='heartbeat' LIMIT 1""";

  /// The youngest beat, so that a server that beats itself and one above it do not mix.
  private static final String LAG =
      """
      SELECT /* binnacle:heartbeat */ MIN(TIMESTAMPDIFF(SECOND, REPLACE(ts,'T',' '), %s)) AS late_s
       FROM `%s`.`%s` WHERE server_id<>@@GLOBAL.server_id""";

  /// The same for each light look: a table that is named and is none of beats costs no more than
  /// this.
  private static final String LIGHT =
      """
      SELECT /* binnacle:beat */ MIN(TIMESTAMPDIFF(SECOND, REPLACE(b.ts,'T',' '), %s)) AS late_s
       FROM (SELECT ts, server_id FROM `%s`.`%s` LIMIT 1000) b
       WHERE b.server_id<>@@GLOBAL.server_id""";

  private static final String LOCAL = "CONVERT_TZ(UTC_TIMESTAMP(),'+00:00','SYSTEM')";
  private static final String UTC = "UTC_TIMESTAMP()";

  private final Supplier<HeartbeatRules> rules;

  /// @param rules asked at each look
  public Heartbeat(Supplier<HeartbeatRules> rules) {
    this.rules = rules;
  }

  /// The usual places for every instance.
  public Heartbeat() {
    this(() -> HeartbeatRules.of("", where -> id -> false));
  }

  /// A lag and the table that tells it.
  record Beat(OptionalLong lagS, String table) {
    static final Beat NONE = new Beat(OptionalLong.empty(), "");
  }

  /// What a light look asks of an instance; empty where no table is named for it. The usual places
  /// are not searched there.
  static Optional<HeartbeatTable> light(Choice choice) {
    return choice instanceof Choice.Table table
        ? Optional.of(
            new HeartbeatTable(
                table.words(),
                LIGHT.formatted(table.utc() ? UTC : LOCAL, table.schema(), table.table())))
        : Optional.empty();
  }

  Beat read(Session session, Set<String> notes) {
    HeartbeatRules now = rules.get();
    now.wrong()
        .forEach(rule -> notes.add("The setting of heartbeat tables has no meaning: " + rule));
    return switch (now.forInstance(session.server().id())) {
      case Choice.Off off -> Beat.NONE;
      case Choice.Table table -> read(session, table, notes);
      case Choice.Auto auto -> found(session, notes);
    };
  }

  private static Beat found(Session session, Set<String> notes) {
    try {
      List<String> schema = session.query(FIND, row -> row.text("name", ""));
      return schema.isEmpty() || !schema.getFirst().matches("[A-Za-z]+")
          ? Beat.NONE
          : read(session, new Choice.Table(schema.getFirst(), "heartbeat", false), notes);
    } catch (Fault fault) {
      return failed(fault, "", notes);
    }
  }

  private static Beat read(Session session, Choice.Table table, Set<String> notes) {
    try {
      String sql = LAG.formatted(table.utc() ? UTC : LOCAL, table.schema(), table.table());
      OptionalLong lag =
          session.query(sql, row -> row.number("late_s")).stream()
              .filter(OptionalLong::isPresent)
              .mapToLong(late -> Math.max(0, late.getAsLong()))
              .findFirst();
      return new Beat(lag, table.words());
    } catch (Fault fault) {
      return failed(fault, " " + table.words(), notes);
    }
  }

  private static Beat failed(Fault fault, String table, Set<String> notes) {
    if (fault.code().id().startsWith("connect.")) {
      throw fault;
    }
    notes.add("The heartbeat table%s could not be read: %s".formatted(table, fault.detail()));
    return Beat.NONE;
  }
}
