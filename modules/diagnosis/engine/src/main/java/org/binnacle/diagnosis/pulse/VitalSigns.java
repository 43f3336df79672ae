package org.binnacle.diagnosis.pulse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.diagnosis.health.Events;
import org.binnacle.diagnosis.health.Rates;
import org.binnacle.diagnosis.health.Replication;
import org.binnacle.diagnosis.health.Role;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.session.Load;
import org.binnacle.mysql.pulse.Figure;
import org.binnacle.mysql.pulse.Pulse;
import org.jspecify.annotations.Nullable;

/// Makes vital signs of pulses: rates from two of them, events from what differs, and what is asked
/// less often from when it was asked last. Not for several threads.
final class VitalSigns {
  private static final List<Figure> OF_REPLICATION =
      List.of(Figure.CHANNELS, Figure.CHANNELS_OFF, Figure.SLAVES_RUNNING, Figure.SLAVE_RUNNING);

  /// Intervals without a look, over which there is no rate.
  private static final int GAP_OF = 3;

  private @Nullable Sample before;
  private Optional<Pulse.Transactions> transactions = Optional.empty();
  private Optional<List<Pulse.Channel>> channels = Optional.empty();
  private final LagCourse lags = new LagCourse();
  private Optional<Pulse.Engine> engine = Optional.empty();
  private OptionalLong variables = OptionalLong.empty();
  private Events events = Events.NONE;

  /// @param interval the time between two looks that was meant
  /// @param changed which variables changed last, in words; empty where that is not known
  Vitals take(Sample now, Duration interval, String changed) {
    Pulse pulse = now.pulse();
    Sample last = before;
    boolean restarted = last != null && uptime(pulse) < uptime(last.pulse());
    boolean gap = last == null || restarted || missed(last, now, interval);
    Rates rates = last == null || gap ? Rates.GAP : rates(last, now);
    events = events(last, now, restarted).naming(changed);
    transactions = pulse.transactions().or(() -> transactions);
    pulse.channels().map(all -> beaten(all, pulse)).ifPresent(lags::note);
    channels = pulse.channels().or(() -> endedReplication(pulse) ? Optional.empty() : channels);
    engine = pulse.engine().or(() -> engine);
    variables = pulse.variables().isPresent() ? pulse.variables() : variables;
    before = now;
    return new Vitals(
        now.at(),
        now.version(),
        new Load(
            pulse.figure(Figure.THREADS_CONNECTED, -1),
            pulse.figure(Figure.THREADS_RUNNING, -1),
            pulse.figure(Figure.MAX_CONNECTIONS, -1)),
        pulse.active(),
        pulse.figure(Figure.INNODB_ROW_LOCK_CURRENT_WAITS, -1),
        pulse.doing().stream()
            .map(one -> new Vitals.Busy(one.command(), one.state(), one.many(), one.longestS()))
            .toList(),
        pulse.longest().stream()
            .map(
                one ->
                    new Vitals.Running(one.id(), one.user(), one.timeS(), one.state(), one.sql()))
            .toList(),
        transactions.map(seen -> open(seen, pulse.blocker())),
        replication(pulse, now.beats()),
        engine.filter(one -> one.history() >= 0).isPresent()
            ? OptionalLong.of(engine.get().history())
            : OptionalLong.empty(),
        rates,
        events,
        Duration.ofSeconds(uptime(pulse)),
        now.took(),
        now.throttled(),
        now.denied(),
        pulse.figures().byKey());
  }

  /// Whether replica status is worth asking: it costs 5 kB where there is a channel, and nothing of
  /// interest where there is none.
  boolean replicates(Pulse pulse) {
    return (pulse.figures().get(Figure.CHANNELS).isEmpty()
            && pulse.figures().get(Figure.SLAVES_RUNNING).isEmpty())
        || pulse.replica()
        || channels.filter(all -> !all.isEmpty()).isPresent();
  }

  /// Whether the cheap figures say that there is no channel. MariaDB only counts those that run: a
  /// replica whose applier is stopped is one all the same until replica status says otherwise.
  private static boolean endedReplication(Pulse pulse) {
    return pulse.figures().get(Figure.CHANNELS).isPresent() && !pulse.replica();
  }

  /// Whether it is known to apply the changes of another server.
  boolean appliesChanges() {
    Sample last = before;
    return (last != null && last.pulse().replica())
        || channels.filter(all -> !all.isEmpty()).isPresent();
  }

  /// A heartbeat tells the lag of the only channel; of several it can't be told whose it is.
  private static boolean byHeartbeat(List<Pulse.Channel> all, Pulse pulse) {
    return all.size() == 1 && pulse.heartbeatS().isPresent();
  }

  private static List<Pulse.Channel> beaten(List<Pulse.Channel> all, Pulse pulse) {
    return byHeartbeat(all, pulse)
        ? all.stream().map(one -> one.lagging(pulse.heartbeatS())).toList()
        : all;
  }

  /// Whether the cheap figures say that replication is not as replica status told last.
  boolean replicationMoved(Pulse pulse) {
    Sample last = before;
    if (last == null || pulse.channels().isPresent()) {
      return false;
    }
    for (Figure figure : OF_REPLICATION) {
      if (pulse.figure(figure, -1) != last.pulse().figure(figure, -1)) {
        return true;
      }
    }
    return false;
  }

  private static long uptime(Pulse pulse) {
    return pulse.figure(Figure.UPTIME, -1);
  }

  /// Whether more than three looks were left out, as by a laptop that slept. This machine's steady
  /// clock may stand still meanwhile, so the wall clock and the server's uptime are asked too.
  private static boolean missed(Sample then, Sample now, Duration interval) {
    long mostNs = interval.toNanos() * GAP_OF;
    long uptimeS = uptime(now.pulse()) - uptime(then.pulse());
    return now.midNanos() - then.midNanos() > mostNs
        || Duration.between(then.at(), now.at()).toNanos() > mostNs
        || (uptimeS - 2) * 1_000_000_000L > mostNs;
  }

  private static Rates rates(Sample then, Sample now) {
    double passedS = (now.midNanos() - then.midNanos()) / 1e9;
    if (passedS <= 0) {
      return Rates.GAP;
    }
    return new Rates(
        rate(then, now, passedS, Figure.QUESTIONS),
        rate(then, now, passedS, Figure.COM_COMMIT) + rate(then, now, passedS, Figure.COM_ROLLBACK),
        rate(then, now, passedS, Figure.ABORTED_CONNECTS),
        rate(then, now, passedS, Figure.CONNECTION_ERRORS_MAX_CONNECTIONS),
        rate(then, now, passedS, Figure.CREATED_TMP_DISK_TABLES),
        rate(then, now, passedS, Figure.BYTES_SENT));
  }

  /// A counter that went back was reset (FLUSH STATUS): a gap.
  private static double rate(Sample then, Sample now, double passedS, Figure figure) {
    long from = then.pulse().figure(figure, -1);
    long to = now.pulse().figure(figure, -1);
    return from < 0 || to < from ? Double.NaN : (to - from) / passedS;
  }

  private Events events(@Nullable Sample then, Sample now, boolean restarted) {
    if (then == null) {
      return events;
    }
    if (restarted) {
      engine = Optional.empty();
      return new Events(
          Optional.of(now.at()), events.deadlock(), events.variables(), events.readOnly());
    }
    Pulse pulse = now.pulse();
    boolean deadlock =
        pulse.engine().isPresent()
            && engine.isPresent()
            && pulse.engine().get().deadlocks() > engine.get().deadlocks();
    boolean changed =
        pulse.variables().isPresent()
            && variables.isPresent()
            && pulse.variables().getAsLong() != variables.getAsLong();
    boolean switched = readOnly(pulse) != readOnly(then.pulse());
    Optional<Instant> at = Optional.of(now.at());
    return new Events(
        events.restart(),
        deadlock ? at : events.deadlock(),
        changed ? at : events.variables(),
        switched ? at : events.readOnly());
  }

  private static boolean readOnly(Pulse pulse) {
    return pulse.figure(Figure.READ_ONLY, 0) > 0;
  }

  private static Vitals.Open open(Pulse.Transactions seen, Optional<Pulse.Blocker> blocker) {
    return new Vitals.Open(
        seen.oldestS(),
        seen.oldestId(),
        seen.idleS(),
        seen.idleId(),
        seen.idleUser(),
        seen.waitS(),
        blocker.map(one -> new Vitals.Blocker(one.id(), one.user(), one.ageS(), one.many())));
  }

  private Replication replication(Pulse pulse, String table) {
    List<Pulse.Channel> told = channels.orElse(List.of());
    String lagBy = byHeartbeat(told, pulse) ? table : "";
    List<Replication.Channel> all =
        beaten(told, pulse).stream()
            .map(
                one ->
                    new Replication.Channel(
                        one.name(),
                        one.receiving(),
                        one.applying(),
                        one.lagS(),
                        lags.roseS(one.name()),
                        one.error(),
                        one.errno(),
                        lagBy))
            .toList();
    boolean replica = !all.isEmpty() || pulse.replica();
    return new Replication(
        role(replica, pulse.dumps()),
        readOnly(pulse),
        all,
        pulse.figure(Figure.GROUP_STATE, 0),
        galera(pulse));
  }

  /// Every MariaDB tells whether it is ready and connected; a node alone has a state.
  private static Optional<Replication.Galera> galera(Pulse pulse) {
    OptionalLong state = pulse.figures().get(Figure.WSREP_LOCAL_STATE);
    return state.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Replication.Galera(
                state.getAsLong(),
                pulse.figure(Figure.WSREP_CLUSTER_STATUS, 0) == 1,
                pulse.figure(Figure.WSREP_READY, 0) == 1));
  }

  private static Role role(boolean replica, long dumps) {
    if (replica) {
      return dumps > 0 ? Role.RELAY : Role.REPLICA;
    }
    if (dumps < 0) {
      return Role.UNKNOWN;
    }
    return dumps > 0 ? Role.SOURCE : Role.ALONE;
  }
}
