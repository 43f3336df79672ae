package org.binnacle.explain.advice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.binnacle.explain.live.ExplainFaults;
import org.binnacle.explain.live.Explained;
import org.binnacle.explain.live.Question;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.Stopper;

/// Each candidate is made on the table itself as an INVISIBLE index, outside of the binary log and
/// without a lock on the table, is used by the trial's own sessions only (optimizer_switch), and is
/// dropped again whatever happens.
final class InvisibleTrial {
  private final Trials.Room room;
  private final TrialRequest request;
  private final Progress progress;
  private final Cancel cancel;

  InvisibleTrial(Trials.Room room, TrialRequest request, Progress progress, Cancel cancel) {
    this.room = room;
    this.request = request;
    this.progress = progress;
    this.cancel = cancel;
  }

  TrialResult run() {
    var notes = new ArrayList<String>();
    var left = new ArrayList<String>();
    var tries = new ArrayList<TrialResult.Try>();
    var bounds =
        new Bounds(
            Bounds.action().connect(),
            request.limit(),
            request.limit().plusSeconds(30),
            Bounds.action().lockWait());
    try (Session session = room.connections().action(room.server(), "trial", bounds, false)) {
      able(session);
      Unlogged.surely(session);
      IntStream.range(0, request.candidates().size())
          .mapToObj(number -> request.index(number).schema())
          .filter(schema -> !schema.isEmpty())
          .distinct()
          .forEach(schema -> notes.addAll(Leftovers.of(session, schema)));
      Explained before = plan(false);
      for (int i = 0; i < request.candidates().size(); i++) {
        cancel.check();
        tries.add(tried(session, i, left));
        if (!left.isEmpty()) {
          break; // what cannot be taken back is not done twice
        }
      }
      return new TrialResult(before, tries, notes, left);
    } catch (Fault fault) {
      if (left.isEmpty()) {
        throw fault;
      }
      throw new Fault(
          ExplainFaults.NO_TRIAL, fault.detail() + "; still to be done: " + left, fault);
    }
  }

  private static void able(Session session) {
    if (session.facts().mariaDb() || !session.facts().number().atLeast(8, 0, 0)) {
      throw new Fault(ExplainFaults.NO_INVISIBLE, session.facts().version());
    }
  }

  private TrialResult.Try tried(Session session, int number, List<String> left) {
    TrialIndex index = request.index(number);
    if (index.schema().isEmpty()) {
      throw new Fault(ExplainFaults.NO_SCHEMA, index.candidate().table());
    }
    progress.at("making " + index.candidate().name(), number, request.candidates().size());
    room.diary().asked(index.create(), index.drop());
    var taking = new TakingBack(room, session, index);
    try {
      Duration built = made(session, index);
      progress.at("asking for the plan", number, request.candidates().size());
      Explained after = plan(true);
      return new TrialResult.Try(
          index.candidate(), after, Trials.Room.uses(after, index.name()), built);
    } finally {
      progress.at("dropping it again", number, request.candidates().size());
      taking.back().ifPresent(left::add);
    }
  }

  private Duration made(Session session, TrialIndex index) {
    long began = System.nanoTime();
    try (var stopper = Stopper.of(room.connections(), session, cancel, request.limit())) {
      try {
        session.execute(index.create());
      } catch (Fault fault) {
        room.diary()
            .came(
                index.create(),
                fault.code().id().startsWith("connect.")
                    ? AuditEntry.Outcome.UNKNOWN
                    : AuditEntry.Outcome.FAILED,
                fault.detail());
        if (stopper.late()) {
          throw new Fault(ExplainFaults.STOPPED, request.limit().toSeconds() + " s", fault);
        }
        cancel.check();
        throw fault;
      }
    }
    var built = Duration.ofNanos(System.nanoTime() - began);
    room.diary()
        .came(index.create(), AuditEntry.Outcome.DONE, "made in " + built.toMillis() + " ms");
    cancel.check();
    return built;
  }

  private Explained plan(boolean invisible) {
    Question question = Question.of(request.sql(), request.database());
    return room.plan(request, invisible ? question.withInvisible() : question, cancel);
  }
}
