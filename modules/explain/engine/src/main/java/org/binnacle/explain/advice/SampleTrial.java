package org.binnacle.explain.advice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.explain.live.ExplainFaults;
import org.binnacle.explain.live.Explained;
import org.binnacle.explain.live.Question;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.Stopper;
import org.binnacle.sql.Quote;
import org.binnacle.sql.query.TableUse;

/// A scratch schema gets a sample of each table, the plan of the statement is asked for before and
/// after each index, and the schema is dropped whatever happens. Nothing else is touched.
final class SampleTrial {
  private final Trials.Room room;
  private final TrialRequest request;
  private final long rows;
  private final Progress progress;
  private final Cancel cancel;

  SampleTrial(Trials.Room room, TrialRequest request, long rows, Progress progress, Cancel cancel) {
    this.room = room;
    this.request = request;
    this.rows = rows;
    this.progress = progress;
    this.cancel = cancel;
  }

  /// @throws Fault where the statement names schemas itself: the sample would not be asked
  TrialResult run() {
    if (Adviser.tables(request.sql()).stream()
        .map(TableUse::schema)
        .anyMatch(name -> !name.isEmpty())) {
      throw new Fault(ExplainFaults.QUALIFIED, request.instance().name());
    }
    String scratch = request.scratch();
    String make = "CREATE DATABASE " + Quote.name(scratch);
    String drop = "DROP DATABASE IF EXISTS " + Quote.name(scratch);
    var notes = new ArrayList<String>();
    List<String> left;
    Explained before;
    var tries = new ArrayList<TrialResult.Try>();
    try (Session session = open()) {
      Unlogged.where(session).ifPresent(notes::add);
      room.diary().asked(make, drop);
      session.execute(make);
      try {
        fill(session, scratch);
        before = plan();
        for (int i = 0; i < request.candidates().size(); i++) {
          tries.add(tried(session, i));
        }
      } finally {
        left = dropped(session, drop);
        room.diary()
            .came(
                drop,
                left.isEmpty() ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.FAILED,
                left.isEmpty() ? "dropped again" : "schema " + scratch + " could not be dropped");
      }
    }
    return new TrialResult(before, tries, notes, left);
  }

  private Session open() {
    var bounds =
        new Bounds(
            Bounds.action().connect(),
            request.limit(),
            request.limit().plusSeconds(10),
            Bounds.action().lockWait());
    return room.connections().action(room.server(), "trial", bounds, false);
  }

  private void fill(Session session, String scratch) {
    int at = 0;
    for (TableInfo table : request.tables().values()) {
      cancel.check();
      progress.at("copying " + table.name(), at++, request.tables().size());
      for (String sql : SampleCopy.of(scratch, table, rows)) {
        stoppable(session, sql);
      }
      analysed(session, Quote.path(scratch, table.name()));
    }
  }

  private void stoppable(Session session, String sql) {
    try (var stopper = Stopper.of(room.connections(), session, cancel, request.limit())) {
      try {
        session.execute(sql);
      } catch (Fault fault) {
        if (stopper.late()) {
          throw new Fault(ExplainFaults.STOPPED, request.limit().toSeconds() + " s", fault);
        }
        cancel.check();
        throw fault;
      }
    }
  }

  private static void analysed(Session session, String table) {
    var _ = session.query("ANALYZE LOCAL TABLE " + table, row -> row.text("Msg_text", ""));
  }

  private TrialResult.Try tried(Session session, int number) {
    cancel.check();
    TrialIndex index = request.index(number);
    progress.at("trying " + index.candidate().name(), number, request.candidates().size());
    long began = System.nanoTime();
    stoppable(session, index.create());
    var built = Duration.ofNanos(System.nanoTime() - began);
    analysed(session, Quote.path(index.schema(), index.candidate().table()));
    Explained after = plan();
    session.execute(index.drop());
    return new TrialResult.Try(
        index.candidate(), after, Trials.Room.uses(after, index.name()), built);
  }

  private Explained plan() {
    return room.plan(request, Question.of(request.sql(), Optional.of(request.scratch())), cancel);
  }

  /// On a fresh connection where the first was lost. The statement where the schema stays.
  private List<String> dropped(Session session, String drop) {
    try {
      session.execute(drop);
      return List.of();
    } catch (RuntimeException first) {
      try (Session fresh =
          room.connections().vital(room.server(), "trial", Bounds.action(), false)) {
        var _ = Unlogged.where(fresh);
        fresh.execute(drop);
        return List.of();
      } catch (RuntimeException second) {
        return List.of(drop);
      }
    }
  }
}
