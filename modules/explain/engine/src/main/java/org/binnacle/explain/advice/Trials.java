package org.binnacle.explain.advice;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.binnacle.explain.Servers;
import org.binnacle.explain.live.ExplainFaults;
import org.binnacle.explain.live.Explained;
import org.binnacle.explain.live.Explaining;
import org.binnacle.explain.live.Question;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Progress;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;

/// The door to trials of indexes on an instance that is named for them. What a trial makes it takes
/// back in every ending: each trial has a thread of its own that no cancel interrupts (an interrupt
/// would cut its connection), and `close` waits for those that run. Every statement that changes
/// something is audited before it is sent. Blocks: call it on a virtual thread.
public final class Trials implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final Connections connections;
  private final Servers servers;
  private final Explaining explaining;
  private final AuditLog audit;
  private final String actor;
  private final Clock clock;
  private final List<Running> running = new CopyOnWriteArrayList<>();

  public Trials(
      Connections connections,
      Servers servers,
      Explaining explaining,
      AuditLog audit,
      String actor,
      Clock clock) {
    this.connections = connections;
    this.servers = servers;
    this.explaining = explaining;
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
  }

  private record Running(Cancel cancel, CountDownLatch over) {}

  /// What both ways of trying share.
  record Room(Connections connections, Server server, TrialDiary diary, Explaining explaining) {

    Explained plan(TrialRequest request, Question question, Cancel cancel) {
      return request.measured()
          ? explaining.measure(
              request.instance(), question, request.limit(), request.confirmation(), cancel)
          : explaining.estimate(request.instance(), question, cancel);
    }

    static boolean uses(Explained plan, String index) {
      return plan.plan().nodes().stream()
          .flatMap(node -> node.index().stream())
          .anyMatch(one -> one.name().equals(index));
    }
  }

  /// @throws Fault where the name was not typed that has to be, where the server cannot try that
  ///   way, or where a statement fails; what was made is taken back before
  public TrialResult run(TrialRequest request, Progress progress, Cancel cancel) {
    if (!request.confirmation().enoughFor(request.instance())) {
      throw new Fault(ExplainFaults.NEEDS_NAME, request.instance().name());
    }
    Server server =
        servers
            .find(request.instance().id())
            .orElseThrow(() -> new Fault(ExplainFaults.NO_INSTANCE, request.instance().name()));
    var diary = new TrialDiary(audit, actor, clock, request.instance(), target(request));
    var room = new Room(connections, server, diary, explaining);
    var mine = new Running(cancel, new CountDownLatch(1));
    var outcome = new AtomicReference<Outcome<TrialResult>>();
    running.add(mine);
    var _ =
        Thread.ofVirtual()
            .name("binnacle-trial-" + request.mark())
            .start(
                () -> {
                  try {
                    outcome.set(new Outcome.Ok<>(tried(room, request, progress, cancel)));
                  } catch (RuntimeException | Error e) {
                    outcome.set(new Outcome.Failed<>(Fault.of(e)));
                  } finally {
                    running.remove(mine);
                    mine.over().countDown();
                  }
                });
    await(mine);
    return switch (Objects.requireNonNull(outcome.get())) {
      case Outcome.Ok<TrialResult> ok -> ok.value();
      case Outcome.Failed<TrialResult> failed -> throw failed.fault();
    };
  }

  private static String target(TrialRequest request) {
    return switch (request.method()) {
      case TrialMethod.Sample ignored -> request.scratch();
      case TrialMethod.Invisible ignored -> TrialRequest.PREFIX + request.mark();
    };
  }

  private static TrialResult tried(
      Room room, TrialRequest request, Progress progress, Cancel cancel) {
    return switch (request.method()) {
      case TrialMethod.Sample sample ->
          new SampleTrial(room, request, sample.rows(), progress, cancel).run();
      case TrialMethod.Invisible ignored ->
          new InvisibleTrial(room, request, progress, cancel).run();
    };
  }

  /// The caller's interrupt means the same as a cancel; the trial's ending is waited for.
  private static void await(Running mine) {
    boolean interrupted = false;
    while (true) {
      try {
        mine.over().await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
        mine.cancel().ask();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the trials that run and waits until they have taken back what they made.
  @Override
  public void close() {
    running.forEach(one -> one.cancel().ask());
    long until = System.nanoTime() + PATIENCE.toNanos();
    for (Running one : running) {
      try {
        if (!one.over().await(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
