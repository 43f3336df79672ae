package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.diagnosis.group.GroupBy;
import org.binnacle.diagnosis.group.Groups;
import org.binnacle.diagnosis.query.SessionQuery;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.NoiseFilter;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Server;

/// The sessions of one look, as text or as a document.
final class SessionsView {
  private static final long LONG_US = 10_000_000;
  private static final long VERY_LONG_US = 60_000_000;

  private final Call call;
  private final Server server;
  private final SessionQuery query;
  private final NoiseFilter filter;
  private final Optional<GroupBy> groupBy;

  SessionsView(
      Call call, Server server, SessionQuery query, NoiseFilter filter, Optional<GroupBy> groupBy) {
    this.groupBy = groupBy;
    this.call = call;
    this.server = server;
    this.query = query;
    this.filter = filter;
  }

  void print(ProcessSnapshot seen) {
    if (call.json()) {
      call.document(document(seen));
      return;
    }
    Folded.all(lines(seen), call.terminal()).forEach(call.terminal().out()::println);
    if (!call.terminal().live()) {
      seen.denied().forEach(what -> call.tell(lacks(what)));
    }
  }

  /// An empty table must not look like a quiet server.
  private static String lacks(String what) {
    return "Not everything can be seen: this account lacks "
        + what
        + " (binnacle fleet test names the GRANT)";
  }

  /// The table; on a terminal a line above it says what was seen and what was left out.
  List<String> lines(ProcessSnapshot seen) {
    var sifted = filter.sift(seen.rows());
    var rows = sifted.rows().stream().filter(query).toList();
    var lines = new ArrayList<String>();
    if (call.terminal().live()) {
      lines.add(headline(seen, rows.size(), sifted.hiddenCount()));
      seen.denied()
          .forEach(
              what -> lines.add(call.terminal().painted(Tone.YELLOW, Harmless.line(lacks(what)))));
    }
    lines.addAll(
        groupBy
            .map(by -> GroupsView.table(by, Groups.of(rows, by)))
            .orElseGet(() -> table(rows))
            .lines(call.terminal()));
    return lines;
  }

  private String headline(ProcessSnapshot seen, int shown, long hidden) {
    InstanceRef instance = server.ref();
    var line = new StringBuilder(Harmless.line(instance.name()));
    if (!instance.environment().isEmpty()) {
      line.append(" [").append(Harmless.line(instance.environment())).append(']');
    }
    line.append(": ").append(shown).append(shown == 1 ? " session" : " sessions");
    if (hidden + seen.unread() > 0) {
      line.append(", ").append(hidden + seen.unread()).append(" left out (--all shows them)");
    }
    if (seen.load().connected() >= 0 && seen.load().max() > 0) {
      line.append(", ").append(seen.load().connected()).append(" of ");
      line.append(seen.load().max()).append(" connections");
    }
    if (seen.truncated()) {
      line.append(", more than were read");
    }
    return call.terminal()
        .painted(
            instance.safety() == Safety.STRICT ? Tone.RED : Tone.FAINT,
            Cells.cut(line.toString(), call.terminal().size().columns()));
  }

  private static Table table(List<ProcessRow> rows) {
    var table =
        new Table(
            Column.number("ID"),
            Column.text("USER").spare(1),
            Column.text("HOST").spare(5),
            Column.text("DB").spare(4),
            Column.text("COMMAND").spare(6),
            Column.number("TIME"),
            Column.elastic("STATE").spare(3),
            Column.number("TRX").spare(2),
            Column.text("MARK").keeps(16),
            Column.elastic("SQL"));
    for (ProcessRow row : rows) {
      table.row(
          row.id(),
          row.user(),
          row.client().text(),
          row.db(),
          row.command(),
          new Cell(Span.words(row.timeUs()), age(row)),
          row.state(),
          row.trx().map(trx -> Span.words(trx.ageUs())).orElse(""),
          mark(row),
          last(row) + row.sql() + (row.cut() ? " ..." : ""));
    }
    return table;
  }

  /// MySQL 5.7 goes on to tell the last statement of a session that sleeps.
  private static String last(ProcessRow row) {
    return row.kind() == Kind.IDLE_IN_TRX && !row.sql().isEmpty() ? "last: " : "";
  }

  /// State in words, never by colour alone.
  private static Cell mark(ProcessRow row) {
    int blocks = row.blocking().blocks();
    if (row.blocked()) {
      String by = row.blocking().by();
      return new Cell(
          (by.isEmpty() ? "blocked" : "blocked by " + by)
              + (blocks > 0 ? ", blocks " + blocks : ""),
          Tone.RED);
    }
    if (blocks > 0) {
      String idle = row.kind() == Kind.IDLE_IN_TRX ? ", idle in trx" : "";
      return new Cell("blocks " + blocks + idle, Tone.RED);
    }
    return row.kind() == Kind.IDLE_IN_TRX
        ? new Cell("idle in trx", Tone.YELLOW)
        : new Cell(row.kind() == Kind.ACTIVE ? "" : row.kind().words(), Tone.FAINT);
  }

  private static Tone age(ProcessRow row) {
    if (row.kind() != Kind.ACTIVE || row.timeUs() < LONG_US) {
      return Tone.PLAIN;
    }
    return row.timeUs() < VERY_LONG_US ? Tone.YELLOW : Tone.RED;
  }

  Map<String, Object> document(ProcessSnapshot seen) {
    var sifted = filter.sift(seen.rows());
    var hidden = new TreeMap<String, Object>();
    sifted.hidden().forEach((noise, count) -> hidden.put(name(noise.name()), count));
    var document = new LinkedHashMap<String, Object>();
    document.put("instance", Refs.document(server.ref()));
    document.put("at", seen.at());
    document.put("took_ms", seen.took());
    document.put("source", seen.source());
    document.put("connected", seen.load().connected());
    document.put("running", seen.load().running());
    document.put("max_connections", seen.load().max());
    document.put("hidden", hidden);
    document.put("unread", seen.unread());
    document.put("truncated", seen.truncated());
    document.put("denied", seen.denied());
    List<ProcessRow> rows = sifted.rows().stream().filter(query).toList();
    if (groupBy.isPresent()) {
      document.put("group_by", groupBy.get().key());
      document.put(
          "groups", Groups.of(rows, groupBy.get()).stream().map(GroupsView::document).toList());
    } else {
      document.put("sessions", rows.stream().map(SessionsView::session).toList());
    }
    return document;
  }

  private static Map<String, Object> session(ProcessRow row) {
    var session = new LinkedHashMap<String, Object>();
    for (Field field : Field.all()) {
      switch (field) {
        case INSTANCE, CLUSTER -> {}
        default ->
            session.put(
                field.exported(),
                field.type() == Field.Type.TEXT ? field.text(row) : field.number(row));
      }
    }
    session.put("blocked", row.blocked());
    return session;
  }

  private static String name(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }
}
