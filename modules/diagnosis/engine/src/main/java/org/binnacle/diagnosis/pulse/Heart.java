package org.binnacle.diagnosis.pulse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.binnacle.diagnosis.health.Health;
import org.binnacle.diagnosis.health.Judge;
import org.binnacle.diagnosis.health.Thresholds;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.diagnosis.watch.Phase;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.pulse.Pulse;
import org.jspecify.annotations.Nullable;

/// Looks at one instance again and again on a virtual thread: the next look starts when its turn
/// has come and the last has ended; a turn that is missed is left out. While the pool leaves the
/// instance alone after failures, so do we.
final class Heart {
  private static final Duration LEAST = Duration.ofMillis(100);

  /// Looks of one thread. A method that never ends is never compiled, and a thread that has one on
  /// its stack is put aside and taken up again frame by frame, which was a twentieth of a look.
  private static final int TURNS = 12;

  private final Server server;
  private final Connections connections;
  private final Clock clock;
  private final Duration usual;
  private final Round round;
  private final VitalSigns signs = new VitalSigns();
  private final Looker looker;
  private final Judge judge;
  private final Pace pace;
  private final Bars bars = new Bars();
  private final Function<String, Optional<Instant>> silenced;
  private Beat newest;
  private final Function<String, Optional<Look>> opened;
  private final Function<String, String> changed;
  private boolean replicates = true;
  private boolean close;
  private volatile @Nullable Thread thread;
  private volatile boolean stopped;

  /// What a heart needs of the fleet around it.
  interface Round {
    /// Whether the instance is looked at closely: opened, or sick with a free place for it.
    boolean focused(String id, boolean sick);

    /// Takes the newest beat.
    void beat(Beat beat);
  }

  Heart(Server server, Collecting collecting, Duration usual, Round round) {
    this.server = server;
    this.connections = collecting.connections();
    this.clock = collecting.clock();
    this.usual = usual;
    this.round = round;
    Supplier<Thresholds> limits = () -> collecting.limits().apply(server.id());
    this.looker =
        new Looker(
            connections,
            server,
            clock,
            signs,
            () -> limits.get().exempt(),
            () -> collecting.heartbeat().apply(server.id()));
    this.judge = new Judge(limits, usual);
    this.pace = new Pace(usual);
    this.silenced = term -> collecting.silences().until(server.id(), term);
    this.opened = collecting.opened();
    this.changed = collecting.changed();
    this.newest = Beat.none(server.ref(), usual);
  }

  /// The first look comes soon, and those of a fleet not all at once.
  void start() {
    goOn(Phase.of(server.id(), usual.dividedBy(5)));
  }

  /// Does not wait for the end of a look under way.
  void stop() {
    stopped = true;
    Thread present = thread;
    if (present != null) {
      present.interrupt();
    }
  }

  private void goOn(Duration pause) {
    Thread next =
        Thread.ofVirtual().name("pulse-" + server.ref().name()).unstarted(() -> turns(pause));
    thread = next;
    next.start();
    if (stopped) {
      next.interrupt();
    }
  }

  private void turns(Duration first) {
    Duration pause = first;
    try {
      for (int turn = 0; turn < TURNS; turn++) {
        Thread.sleep(pause);
        pause = look();
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        round.beat(newest);
      }
      goOn(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration look() {
    try {
      boolean waits = newest.fresh().filter(seen -> seen.lockWaits() > 0).isPresent();
      boolean timed = close && pace.timing();
      Sample sample = looker.look(pace.parts(waits, replicates), opened.apply(server.id()), timed);
      if (timed) {
        pace.cost(sample.cost());
      }
      return untilTurn(answered(sample));
    } catch (RuntimeException e) {
      failed(Fault.of(e));
      return untilRetry();
    }
  }

  /// @return the interval from now on
  private Duration answered(Sample sample) {
    Vitals vitals = signs.take(sample, newest.interval(), changed.apply(server.id()));
    Pulse pulse = sample.pulse();
    replicates = signs.replicates(pulse);
    bars.add(vitals.active());
    Health health = judge.answered(vitals, silenced);
    pace.looked(sample.throttled());
    close = round.focused(server.id(), health.severity() == Severity.CRITICAL);
    Duration interval = pace.interval(close);
    newest = beat(Optional.of(vitals), health, Optional.empty(), interval);
    return interval;
  }

  private void failed(Fault fault) {
    boolean again = !fault.code().equals(ConnectFaults.BACKING_OFF);
    Fault reason = !again && fault.getCause() instanceof Fault before ? before : fault;
    pace.looked(false);
    // The place among the sick is for those that answer.
    var _ = round.focused(server.id(), false);
    bars.add(Double.NaN);
    Health health = judge.failed(reason, again, clock.instant(), silenced);
    newest = beat(newest.vitals(), health, Optional.of(reason), newest.interval());
  }

  private Beat beat(
      Optional<Vitals> vitals, Health health, Optional<Fault> fault, Duration interval) {
    return new Beat(server.ref(), vitals, health, fault, newest.looks() + 1, bars.text(), interval);
  }

  private Duration untilTurn(Duration interval) {
    long step = interval.toNanos();
    long phase = Phase.of(server.id(), interval).toNanos();
    long left = step - Math.floorMod(System.nanoTime() - phase, step);
    // A look that has just ended near its turn waits for the one after it.
    return Duration.ofNanos(left < step / 4 ? left + step : left);
  }

  /// When the pool lets us ask again; where it does not say, at our next turn.
  private Duration untilRetry() {
    if (connections.health(server) instanceof org.binnacle.mysql.Health.Down down
        && down.retryAt().isPresent()) {
      Duration left = Duration.between(clock.instant(), down.retryAt().get()).plusMillis(20);
      return left.compareTo(LEAST) < 0 ? LEAST : left;
    }
    return untilTurn(usual);
  }
}
