package org.binnacle.diagnosis.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Ask;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.Session;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Fingerprint;
import org.binnacle.sql.SqlModes;

/// Reads the process list of any flavour in one round trip, and in a second one the programs of
/// connections that were not seen before.
public final class ProcessReader {
  private static final String LOAD =
      """
      SHOW /* binnacle:load */ GLOBAL STATUS WHERE Variable_name IN \
      ('Threads_connected', 'Threads_running')""";
  private static final String MAX =
      "SELECT /* binnacle:max */ @@global.max_connections AS max_connections";

  private final Clock clock;
  private final LockLook locks;
  private final LoadBook loads;
  private final Programs programs = new Programs();

  /// Does not ask who waits for whom.
  public ProcessReader(Clock clock) {
    this(clock, LockLook.NONE, new LoadBook());
  }

  /// @param locks asked in each look, on the same session
  public ProcessReader(Clock clock, LockLook locks) {
    this(clock, locks, new LoadBook());
  }

  /// @param loads what is in it is not asked
  public ProcessReader(Clock clock, LockLook locks, LoadBook loads) {
    this.clock = clock;
    this.locks = locks;
    this.loads = loads;
  }

  public ProcessSnapshot read(Session session, Want want) {
    Instant asked = clock.instant();
    long began = System.nanoTime();
    ServerFacts facts = session.facts();
    InstanceRef instance = session.server().ref();
    Set<Long> own = session.own();
    var rows = new ArrayList<ProcessRow>();
    Map<String, Long> load = new HashMap<>();
    var asks = new ArrayList<Ask<?>>();
    asks.add(new Ask<>(list(session, want), row -> row(instance, row, own, asked), rows::addAll));
    Optional<Load> known = loads.fresh(instance.id());
    if (known.isEmpty()) {
      asks.add(new Ask<>(LOAD, row -> load.put(name(row), value(row)), ignored -> {}));
      asks.add(
          new Ask<>(
              MAX,
              row -> load.put("max_connections", row.number("max_connections", -1)),
              ignored -> {}));
    }
    session.round(asks);
    boolean truncated = rows.size() > want.limit();
    var cut = programs.onto(session, truncated ? rows.subList(0, want.limit()) : rows);
    var kept = locks.onto(session, cut);
    return new ProcessSnapshot(
        instance,
        clock.instant(),
        Duration.ofNanos(System.nanoTime() - began),
        kept,
        known.orElseGet(
            () ->
                new Load(
                    load.getOrDefault("threads_connected", -1L),
                    load.getOrDefault("threads_running", -1L),
                    load.getOrDefault("max_connections", -1L))),
        want.idle(),
        truncated,
        facts.performanceSchema() ? "P_S" : "PROCESSLIST",
        denied(facts));
  }

  /// One row more than wanted tells whether the server has more.
  private static String list(Session session, Want want) {
    return session
        .flavour()
        .processList(
            session.facts(), want.idle(), want.background(), want.limit() + 1, want.sqlLength());
  }

  /// The rows alone: how full the server is costs a question more.
  public List<ProcessRow> rows(Session session, Want want) {
    Instant asked = clock.instant();
    InstanceRef instance = session.server().ref();
    Set<Long> own = session.own();
    var rows = new ArrayList<ProcessRow>();
    session.round(
        List.of(
            new Ask<>(list(session, want), row -> row(instance, row, own, asked), rows::addAll)));
    return programs.onto(session, rows.subList(0, Math.min(rows.size(), want.limit())));
  }

  /// Some threads by their connection ids, whatever they do; those that have ended are left out.
  public List<ProcessRow> read(Session session, Collection<Long> ids, int sqlLength) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Instant asked = clock.instant();
    InstanceRef instance = session.server().ref();
    Set<Long> own = session.own();
    List<ProcessRow> rows =
        session.query(
            session.flavour().sessions(session.facts(), ids, sqlLength),
            row -> row(instance, row, own, asked));
    return programs.onto(session, rows);
  }

  private static String name(Row row) {
    return row.text("Variable_name", "").toLowerCase(Locale.ROOT);
  }

  private static long value(Row row) {
    return row.number("Value", -1);
  }

  private static List<String> denied(ServerFacts facts) {
    var denied = new ArrayList<String>();
    if (!facts.can(Capability.PROCESS)) {
      denied.add("PROCESS");
    }
    if (facts.performanceSchema() && !facts.can(Capability.PERFORMANCE_SCHEMA)) {
      denied.add("SELECT on performance_schema");
    }
    return denied;
  }

  /// One row of {@link org.binnacle.mysql.Flavour#processList}.
  ///
  /// @param own the ids of our connections
  /// @param now what transaction ages count to
  static ProcessRow row(InstanceRef instance, Row row, Set<Long> own, Instant now) {
    long id = row.number("id", 0);
    String user = row.text("user", "");
    String command = row.text("command", "");
    String state = row.text("state", "");
    String program = row.text("program", "");
    String sql = row.text("info", "");
    Optional<Transaction> trx = transaction(row, now);
    boolean ended = row.number("statement_ended", 0) != 0;
    Kind kind =
        own.contains(id) || program.startsWith("binnacle")
            ? Kind.OWN
            : Kinds.of(user, command, state, trx.isPresent());
    return new ProcessRow(
        instance,
        id,
        row.number("thread_id", 0),
        kind,
        user,
        Client.of(row.text("host", "")),
        program,
        row.text("db", ""),
        command,
        state,
        timeUs(row, kind, ended),
        sql,
        row.number("info_length", sql.length()),
        work(row, ended, digest(row, sql)),
        trx);
  }

  private static long timeUs(Row row, Kind kind, boolean ended) {
    long seconds = row.number("time_s", 0) * 1_000_000;
    long measured = row.number("timer_wait_ps", 0) / 1_000_000;
    // The timer is that of the statement: it says nothing about how long a thread sleeps, and for a
    // replica's threads time is the lag.
    return kind == Kind.ACTIVE && !ended && measured > 0 ? measured : Math.max(0, seconds);
  }

  // MariaDB's list has no digest, and MySQL's none where statements are not instrumented. A
  // statement that was cut would get that of another.
  private static String digest(Row row, String sql) {
    String told = row.text("digest", "");
    boolean whole = !sql.isBlank() && row.number("info_length", sql.length()) <= sql.length();
    return told.isEmpty() && whole
        ? Fingerprint.of(sql, SqlModes.DEFAULT, Dialect.MARIADB).hash()
        : told;
  }

  private static Work work(Row row, boolean ended, String digest) {
    return new Work(
        row.number("event_id", 0),
        digest,
        row.number("lock_time_ps").isPresent() ? row.number("lock_time_ps", 0) / 1_000_000 : -1,
        row.number("rows_examined", -1),
        row.number("rows_sent", -1),
        row.number("rows_affected", -1),
        row.number("tmp_disk_tables", -1),
        row.number("no_index", 0) != 0,
        ended);
  }

  private static Optional<Transaction> transaction(Row row, Instant now) {
    return row.instant("trx_started")
        .map(
            started ->
                new Transaction(
                    trxAgeUs(row, started, now),
                    row.number("trx_rows_modified", 0),
                    row.number("trx_rows_locked", 0),
                    row.text("trx_state", "")));
  }

  // The server's own difference where it is told: its clock is not ours.
  private static long trxAgeUs(Row row, Instant started, Instant now) {
    long seconds = row.number("trx_age_s", -1);
    long us = seconds >= 0 ? seconds * 1_000_000 : Duration.between(started, now).toNanos() / 1_000;
    return Math.max(0, us);
  }
}
