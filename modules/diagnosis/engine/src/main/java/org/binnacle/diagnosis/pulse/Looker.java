package org.binnacle.diagnosis.pulse;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.binnacle.diagnosis.health.HeartbeatTable;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.diagnosis.watch.TimedSession;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;
import org.binnacle.mysql.pulse.Pulse;
import org.binnacle.mysql.pulse.PulsePart;

/// Takes the pulse of one instance. A part that the server denies or does not know is switched off
/// for as long as the connection lives, and told; it is not asked again and again. Not for several
/// threads.
final class Looker {
  private static final Set<Capability> OF_INTEREST =
      EnumSet.of(Capability.PROCESS, Capability.PERFORMANCE_SCHEMA, Capability.REPLICATION);

  private final Connections connections;
  private final Server server;
  private final Clock clock;
  private final VitalSigns signs;
  private final Supplier<List<String>> exempt;
  private final Supplier<Optional<HeartbeatTable>> heartbeat;
  private Optional<HeartbeatTable> beats = Optional.empty();
  private final Map<PulsePart, String> off = new HashMap<>();
  private List<Vitals.Denied> denied = List.of();
  private long connection = -1;

  /// @param exempt users that are not told among the longest
  /// @param heartbeat the table that tells the lag, where one is named
  Looker(
      Connections connections,
      Server server,
      Clock clock,
      VitalSigns signs,
      Supplier<List<String>> exempt,
      Supplier<Optional<HeartbeatTable>> heartbeat) {
    this.exempt = exempt;
    this.heartbeat = heartbeat;
    this.connections = connections;
    this.server = server;
    this.clock = clock;
    this.signs = signs;
  }

  /// @param opened the process list that somebody looks at
  /// @param timed whether the server is to tell how long it works for it
  /// @throws Fault where there is no answer
  Sample look(Set<PulsePart> parts, Optional<Look> opened, boolean timed) {
    return connections.monitor(
        server,
        session -> {
          var within = new TimedSession(session);
          Sample seen = look(timed ? within : session, parts, opened);
          return seen.costing(within.cost());
        });
  }

  private Sample look(Session session, Set<PulsePart> wanted, Optional<Look> opened) {
    if (connection != session.connectionId()) {
      connection = session.connectionId();
      off.clear();
      denied = denied(session);
    }
    boolean throttled = connections.health(server) instanceof Health.Up up && up.throttled();
    Optional<ProcessSnapshot> list = opened.flatMap(look -> Clients.fresh(look, clock.instant()));
    var parts = EnumSet.copyOf(wanted);
    list.ifPresent(told -> parts.remove(PulsePart.CLIENTS));
    if (beating(session) && !throttled) {
      parts.add(PulsePart.HEARTBEAT);
    }
    long start = System.nanoTime();
    Pulse asked = take(session, parts);
    long end = System.nanoTime();
    Pulse pulse =
        list.filter(told -> asked.seesOthers())
            .map(told -> Clients.onto(asked, told, session.own(), exempt.get()))
            .orElse(asked);
    if (signs.replicationMoved(pulse) && !off.containsKey(PulsePart.REPLICATION)) {
      pulse = pulse.with(take(session, EnumSet.of(PulsePart.REPLICATION)).channels());
    }
    return new Sample(
        pulse,
        session.facts().version(),
        clock.instant(),
        start + (end - start) / 2,
        Duration.ofNanos(end - start),
        Duration.ZERO,
        throttled,
        denied,
        beats.map(HeartbeatTable::name).orElse(""));
  }

  /// Whether the lag by a heartbeat is to be asked: of a replica for which a table is named. One
  /// that is named anew is tried anew.
  private boolean beating(Session session) {
    Optional<HeartbeatTable> now = heartbeat.get();
    if (!now.equals(beats)) {
      beats = now;
      if (off.remove(PulsePart.HEARTBEAT) != null) {
        denied = denied(session);
      }
    }
    return beats.isPresent() && signs.appliesChanges();
  }

  private Pulse take(Session session, Set<PulsePart> wanted) {
    var parts = EnumSet.copyOf(wanted);
    parts.removeAll(off.keySet());
    try {
      return Pulse.take(session, parts, exempt.get(), beats.map(HeartbeatTable::sql));
    } catch (Fault fault) {
      if (unanswered(fault) || !findDenied(session, parts)) {
        throw fault;
      }
      parts.removeAll(off.keySet());
      return Pulse.take(session, parts, exempt.get(), beats.map(HeartbeatTable::sql));
    }
  }

  private static boolean unanswered(Fault fault) {
    return fault.code().id().startsWith("connect.")
        || fault.code().equals(SqlFaults.TIME_LIMIT)
        || fault.code().equals(Fault.CANCELLED);
  }

  /// Tries the parts one by one; true where some of them are to be left out from now on.
  private boolean findDenied(Session session, Set<PulsePart> parts) {
    for (PulsePart part : parts) {
      if (part != PulsePart.LIGHT && part != PulsePart.CLIENTS) {
        try {
          var _ = Pulse.take(session, EnumSet.of(part), List.of(), beats.map(HeartbeatTable::sql));
        } catch (Fault fault) {
          if (unanswered(fault)) {
            throw fault;
          }
          off.put(part, fault.detail());
        }
      }
    }
    if (!off.isEmpty()) {
      denied = denied(session);
    }
    return !off.isEmpty();
  }

  private List<Vitals.Denied> denied(Session session) {
    var all = new ArrayList<Vitals.Denied>();
    session
        .flavour()
        .missingGrants(session)
        .forEach(
            grant -> {
              if (OF_INTEREST.contains(grant.capability())) {
                all.add(new Vitals.Denied(grant.capability().name(), grant.sql()));
              }
            });
    off.forEach((part, words) -> all.add(new Vitals.Denied(part.name() + ": " + words, "")));
    return List.copyOf(all);
  }
}
