package org.binnacle.explain.worksheet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.explain.live.ServerNote;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.ResultColumn;
import org.binnacle.mysql.ResultRow;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;
import org.binnacle.mysql.Stopper;
import org.binnacle.mysql.Taker;
import org.binnacle.sql.Effect;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Statement;

/// Runs the statements of a script on one session, one after the other.
final class ScriptRun {
  /// Longer than any statement that a person waits for.
  private static final Duration FOREVER = Duration.ofDays(7);

  private final Connections connections;
  private final Session session;
  private final RunRequest request;
  private final Diary diary;
  private final Reception reception;
  private final Cancel cancel;
  private boolean dead;

  ScriptRun(
      Connections connections,
      Session session,
      RunRequest request,
      Diary diary,
      Reception reception,
      Cancel cancel) {
    this.connections = connections;
    this.session = session;
    this.request = request;
    this.diary = diary;
    this.reception = reception;
    this.cancel = cancel;
  }

  /// Whether the session can be used again.
  boolean alive() {
    return !dead;
  }

  void all(List<Statement> statements) {
    InstanceRef instance = session.server().ref();
    boolean stop = false;
    for (int i = 0; i < statements.size(); i++) {
      End end = stop || dead || cancel.asked() ? new End.Skipped() : one(i, statements.get(i));
      reception.ended(i, instance, end);
      stop |= !(end instanceof End.Done) && !request.limits().goOn();
    }
  }

  private End one(int place, Statement statement) {
    InstanceRef instance = session.server().ref();
    String sql = statement.text();
    Effect effect = Effect.of(sql, SqlModes.DEFAULT);
    boolean reads = effect == Effect.READS || effect == Effect.SESSION;
    if (!reads && !request.arming().writes()) {
      return new End.Refused(new Fault(WorksheetFaults.NOT_ARMED, shortened(sql)));
    }
    String database = request.database().orElse("");
    String reason = request.arming().reason();
    if (!reads) {
      try {
        diary.asked(instance, database, sql, reason);
      } catch (Fault fault) {
        return new End.Refused(fault);
      }
    }
    reception.began(place, instance);
    End end = sent(place, instance, sql, reads);
    if (!reads) {
      diary.came(instance, database, sql, reason, end);
    }
    return end;
  }

  private End sent(int place, InstanceRef instance, String sql, boolean reads) {
    Duration limit = request.limits().statement();
    var taking = new Taking(place, instance);
    long began = System.nanoTime();
    try (var stopper =
        Stopper.of(
            connections, session, cancel, limit.isZero() ? FOREVER : limit.plusMillis(500))) {
      try {
        session.stream(sql, taking, stopper::stop);
        // SLEEP and BENCHMARK end without an error when they are killed.
        if (reads && stopper.stopped() && !taking.cut) {
          return failed(new Fault(SqlFaults.KILLED, ""), stopper, true, since(began));
        }
      } catch (Fault fault) {
        return taking.cut && fault.code().equals(SqlFaults.KILLED)
            ? done(taking, began)
            : failed(fault, stopper, reads, since(began));
      }
    }
    return done(taking, began);
  }

  private End done(Taking taking, long began) {
    Duration took = since(began);
    return new End.Done(taking.rows, taking.affected, taking.cut, warnings(), took);
  }

  private End failed(Fault fault, Stopper stopper, boolean reads, Duration took) {
    boolean lost = fault.code().id().startsWith("connect.");
    dead |= lost;
    if (lost && !reads) {
      return new End.Unknown(new Fault(WorksheetFaults.UNKNOWN, fault.detail(), fault), took);
    }
    if (stopper.late()) {
      String limit = request.limits().statement().toSeconds() + " s";
      return new End.Failed(new Fault(WorksheetFaults.LIMIT, limit, fault), took);
    }
    return stopper.stopped() ? new End.Stopped(took) : new End.Failed(fault, took);
  }

  private List<ServerNote> warnings() {
    try {
      return session.query(
          "SHOW WARNINGS LIMIT 200",
          row ->
              new ServerNote(
                  row.text("Level", ""), (int) row.number("Code", 0), row.text("Message", "")));
    } catch (Fault fault) {
      dead |= fault.code().id().startsWith("connect.");
      return List.of();
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static String shortened(String sql) {
    String line = sql.replaceAll("\\s+", " ").strip();
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }

  /// Hands rows on until there are enough.
  private final class Taking implements Taker {
    private final int place;
    private final InstanceRef instance;
    private List<Head> heads = List.of();
    private long rows;
    private long inResult;
    private long affected = -1;
    private boolean cut;

    Taking(int place, InstanceRef instance) {
      this.place = place;
      this.instance = instance;
    }

    @Override
    public void columns(List<ResultColumn> columns) {
      heads = columns.stream().map(Taking::head).toList();
      inResult = 0;
      reception.columns(place, instance, heads);
    }

    private static Head head(ResultColumn column) {
      Head.Kind kind =
          switch (column.kind()) {
            case NUMBER -> Head.Kind.NUMBER;
            case TEXT -> Head.Kind.TEXT;
            case TIME -> Head.Kind.TIME;
            case JSON -> Head.Kind.JSON;
            case BINARY -> Head.Kind.BINARY;
          };
      return new Head(
          column.label(), column.name(), column.table(), column.schema(), column.type(), kind);
    }

    @Override
    public boolean row(ResultRow row) {
      if (inResult >= request.limits().rows()) {
        cut = true;
        return false;
      }
      inResult++;
      rows++;
      var cells = new ArrayList<Cell>(heads.size());
      for (int i = 0; i < heads.size(); i++) {
        cells.add(cell(row, i));
      }
      if (!reception.row(place, instance, cells)) {
        cut = true;
        return false;
      }
      return true;
    }

    private Cell cell(ResultRow row, int i) {
      if (heads.get(i).kind() == Head.Kind.BINARY) {
        Optional<byte[]> bytes = row.bytes(i);
        return bytes.isEmpty() ? Cell.NULL : new Cell.Binary(bytes.get());
      }
      Optional<String> text = row.text(i);
      return text.isEmpty() ? Cell.NULL : new Cell.Text(text.get());
    }

    @Override
    public void affected(long many) {
      affected = Math.max(0, affected) + many;
    }
  }
}
