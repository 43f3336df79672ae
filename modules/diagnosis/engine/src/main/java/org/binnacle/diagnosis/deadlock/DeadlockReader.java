package org.binnacle.diagnosis.deadlock;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Session;

/// Looks at the counter of deadlocks, and only where it has moved at SHOW ENGINE INNODB STATUS (up
/// to 1 MB of text, made under InnoDB's latches). Each deadlock is kept once.
public final class DeadlockReader {
  private static final String METRIC =
      """
      SELECT /* binnacle:deadlocks */ `COUNT` AS counted
       FROM information_schema.INNODB_METRICS WHERE NAME='lock_deadlocks'""";
  private static final String STATUS = "SHOW /* binnacle:innodb */ ENGINE INNODB STATUS";
  private static final int KEPT = 200;
  private static final long BLIND_MS = 30_000;

  private final DeadlockStore store;
  private final Clock clock;
  private final Map<String, Long> counters = new ConcurrentHashMap<>();

  public DeadlockReader(DeadlockStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  public DeadlockScene read(Session session) {
    var instance = session.server().ref();
    if (!session.facts().can(Capability.PROCESS)) {
      return new DeadlockScene(instance, -1, kept(session), Denied.of(session));
    }
    long counted =
        session.query(METRIC, row -> row.number("counted", -1)).stream().findFirst().orElse(-1L);
    // MySQL 5.7 leaves this counter at nought whatever happens (seen on 5.7.29): there the text is
    // read each half minute.
    boolean blind = !session.facts().mariaDb() && !session.facts().number().atLeast(8, 0, 0);
    long mark = blind ? clock.millis() / BLIND_MS : counted;
    Long before = counters.get(instance.id());
    if (before == null || before != mark) {
      var _ = take(session);
      counters.put(instance.id(), mark);
    }
    return new DeadlockScene(instance, blind ? -1 : counted, kept(session), List.of());
  }

  /// Keeps the newest deadlock that the server remembers, without asking its counter; for an
  /// account with PROCESS.
  public Optional<Deadlock> catchNewest(Session session) {
    return take(session);
  }

  /// How many are kept of these instances, at most 200 of each; asks no server.
  public int kept(Collection<String> instanceIds) {
    return instanceIds.stream().mapToInt(id -> Math.min(KEPT, store.count(id))).sum();
  }

  private Optional<Deadlock> take(Session session) {
    Optional<Deadlock> found =
        session.query(STATUS, row -> row.text("Status", "")).stream()
            .findFirst()
            .flatMap(DeadlockParser::of);
    found.ifPresent(
        deadlock ->
            store.keep(
                session.server().id(),
                new DeadlockStore.Kept(clock.instant(), deadlock.fingerprint(), deadlock.raw())));
    return found;
  }

  private List<DeadlockScene.Seen> kept(Session session) {
    return store.newest(session.server().id(), KEPT).stream()
        .map(
            one ->
                new DeadlockScene.Seen(
                    session.server().ref(), one.seenAt(), DeadlockParser.parse(one.section())))
        .toList();
  }
}
