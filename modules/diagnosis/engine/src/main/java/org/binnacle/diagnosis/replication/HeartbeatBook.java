package org.binnacle.diagnosis.replication;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.diagnosis.health.HeartbeatTable;
import org.binnacle.kernel.Settings;

/// What a light look asks of each instance for its lag by heartbeat; read from the settings again
/// each five seconds, so that a changed setting or tag counts soon. From any thread.
public final class HeartbeatBook implements Function<String, Optional<HeartbeatTable>> {
  private static final Duration HOLDS = Duration.ofSeconds(5);

  private final Settings settings;
  private final Fleet fleet;
  private volatile Page page;

  private record Page(
      HeartbeatRules rules, Map<String, Optional<HeartbeatTable>> known, long atNs) {}

  public HeartbeatBook(Settings settings, Fleet fleet) {
    this.settings = settings;
    this.fleet = fleet;
    this.page = read();
  }

  /// The table of an instance by its id; empty where no table is named for it.
  @Override
  public Optional<HeartbeatTable> apply(String id) {
    Page now = page;
    if (System.nanoTime() - now.atNs() > HOLDS.toNanos()) {
      now = read();
      page = now;
    }
    HeartbeatRules rules = now.rules();
    if (rules.none()) {
      return Optional.empty();
    }
    return now.known().computeIfAbsent(id, each -> Heartbeat.light(rules.forInstance(each)));
  }

  private Page read() {
    return new Page(
        HeartbeatRules.of(settings, fleet::select), new ConcurrentHashMap<>(), System.nanoTime());
  }
}
