package org.binnacle.diagnosis.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.binnacle.diagnosis.incident.step.Content;
import org.binnacle.diagnosis.incident.step.Context;
import org.binnacle.diagnosis.incident.step.Step;
import org.binnacle.diagnosis.incident.step.Steps.Lane;
import org.binnacle.diagnosis.incident.step.Steps.Turn;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Flavour.NeededGrant;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;

/// The capture of one instance: two lanes at the same time, each step within its budget. A step
/// that fails, is denied or takes too long leaves the others.
final class CaptureRun {
  private final Server server;
  private final List<Turn> turns;
  private final Consumer<CaptureState> told;
  private final Cancel cancel;
  private final Deadline deadline;
  private final Lines lines;
  private final Context context = new Context();
  private final Map<Step, Progress> progress = new LinkedHashMap<>();
  private volatile Optional<Learned> learned = Optional.empty();

  /// What a connection has learned of the server.
  private record Learned(ServerFacts facts, String flavour, List<NeededGrant> missing) {}

  /// What became of a step so far.
  private static final class Progress {
    private Part.Status status = Part.Status.OK;
    private String detail = "";
    private long ns;
    private int left;

    void worse(Part.Status now, String words) {
      if (status == Part.Status.OK) {
        status = now;
      }
      if (!words.isEmpty() && !detail.contains(words)) {
        detail = detail.isEmpty() ? words : detail + "; " + words;
      }
    }
  }

  CaptureRun(
      Server server,
      Connections connections,
      List<Turn> turns,
      Duration total,
      Consumer<CaptureState> told,
      Cancel cancel) {
    this.server = server;
    this.turns = turns;
    this.told = told;
    this.cancel = cancel;
    this.deadline = new Deadline(total);
    this.lines = new Lines(server, connections);
    for (Turn turn : turns) {
      progress.computeIfAbsent(turn.step(), step -> new Progress()).left++;
    }
  }

  Recorded run() {
    try {
      boolean own = lines.open();
      Map<Lane, List<Turn>> lanes = new EnumMap<>(Lane.class);
      for (Turn turn : turns) {
        lanes.computeIfAbsent(own ? turn.lane() : Lane.HELD, lane -> new ArrayList<>()).add(turn);
      }
      // With one connection the later rounds of the first lane come between the others.
      lanes.values().forEach(list -> list.sort((a, b) -> a.at().compareTo(b.at())));
      var threads = new ArrayList<Thread>();
      lanes.forEach(
          (lane, list) ->
              threads.add(
                  Thread.ofVirtual()
                      .name("capture-" + server.ref().name() + "-" + lane)
                      .start(() -> list.forEach(turn -> turn(lane, turn)))));
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancel.ask();
    } finally {
      lines.close();
    }
    return recorded();
  }

  private void turn(Lane lane, Turn turn) {
    Progress state = state(turn.step());
    long began = System.nanoTime();
    try {
      deadline.waitUntil(turn.at(), cancel);
      Optional<String> skip = skip(lane);
      if (skip.isPresent()) {
        locked(() -> state.worse(Part.Status.SKIPPED, skip.get()));
        return;
      }
      if (turn.round() == 0) {
        told.accept(
            new CaptureState(
                server.ref(), turn.step().name(), turn.step().words(), Optional.empty()));
      }
      began = System.nanoTime();
      lines.on(
          lane,
          turn.step().words(),
          deadline.atMost(turn.step().budget()),
          session -> take(session, turn, state));
      new Asking(lines, lane, deadline, cancel)
          .all(turn.step(), began, words -> locked(() -> state.worse(Part.Status.TIMEOUT, words)));
    } catch (Lines.Late late) {
      locked(
          () ->
              state.worse(
                  Part.Status.TIMEOUT,
                  "no answer within " + turn.step().budget().toMillis() + " ms"));
    } catch (Fault fault) {
      locked(() -> state.worse(statusOf(fault), words(fault, turn.step())));
    } catch (RuntimeException bug) {
      locked(() -> state.worse(Part.Status.FAILED, String.valueOf(bug)));
    } finally {
      long took = System.nanoTime() - began;
      boolean last = locked(() -> ended(state, took));
      if (last) {
        told.accept(
            new CaptureState(
                server.ref(),
                turn.step().name(),
                turn.step().words(),
                Optional.of(part(turn.step(), state))));
      }
    }
  }

  private static boolean ended(Progress state, long took) {
    state.ns += took;
    state.left--;
    return state.left == 0;
  }

  private Optional<String> skip(Lane lane) {
    if (cancel.asked()) {
      return Optional.of("stopped by the user");
    }
    if (deadline.over()) {
      return Optional.of("the time for the whole capture was up");
    }
    return lines.busy(lane).map(what -> "the connection was still busy with " + what);
  }

  private boolean take(Session session, Turn turn, Progress state) {
    if (learned.isEmpty()) {
      learned =
          Optional.of(
              new Learned(
                  session.facts(),
                  session.flavour().name(),
                  session.flavour().missingGrants(session)));
    }
    Step step = turn.step();
    boolean denied = step.needs().filter(need -> !session.facts().can(need)).isPresent();
    if (denied) {
      locked(() -> state.worse(Part.Status.DENIED, grant(step)));
      if (step.blindWithout()) {
        return false;
      }
    }
    step.take(session, context, turn.round());
    return true;
  }

  private String grant(Step step) {
    return step.needs()
        .map(
            need ->
                learned.stream()
                    .flatMap(one -> one.missing().stream())
                    .filter(grant -> grant.capability() == need)
                    .map(grant -> "allowed by: " + grant.sql())
                    .findFirst()
                    .orElse("this account lacks " + need))
        .orElse("");
  }

  private static Part.Status statusOf(Fault fault) {
    if (fault.code().equals(SqlFaults.PRIVILEGE)) {
      return Part.Status.DENIED;
    }
    return fault.code().equals(SqlFaults.TIME_LIMIT) ? Part.Status.TIMEOUT : Part.Status.FAILED;
  }

  private String words(Fault fault, Step step) {
    return step.needs().isPresent() && statusOf(fault) == Part.Status.DENIED
        ? grant(step)
        : fault.code().equals(ConnectFaults.BACKING_OFF)
            ? fault.detail().replaceFirst("^connect\\.[a-z-]+: ", "") // why it failed before
            : fault.detail();
  }

  private Progress state(Step step) {
    Progress state = progress.get(step);
    if (state == null) {
      throw new IllegalStateException(step.name());
    }
    return state;
  }

  private synchronized <T> T locked(Supplier<T> work) {
    return work.get();
  }

  private synchronized void locked(Runnable work) {
    work.run();
  }

  private Part part(Step step, Progress state) {
    Content content = lines.busyWith(step.words()) ? Content.empty() : step.content();
    String notes = content.notes().toString();
    String detail = locked(() -> state.detail);
    Part.Status status = locked(() -> state.status);
    return new Part(
        step.name(),
        step.version(),
        status,
        detail.isEmpty() ? notes : notes.isEmpty() ? detail : detail + "; " + notes,
        state.ns / 1_000_000,
        content.bytes(),
        content.grids(),
        content.texts());
  }

  private Recorded recorded() {
    var parts = new ArrayList<Part>();
    progress.forEach((step, state) -> parts.add(part(step, state)));
    return new Recorded(
        server.ref(),
        learned.map(one -> one.facts().version()).orElse(""),
        learned.map(Learned::flavour).orElse(""),
        parts);
  }
}
