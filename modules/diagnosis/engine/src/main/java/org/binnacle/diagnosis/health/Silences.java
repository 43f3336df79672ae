package org.binnacle.diagnosis.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.binnacle.kernel.Settings;

/// Terms that the user has acknowledged on an instance for a while; kept over restarts. From any
/// thread.
public final class Silences {
  /// Stands for all terms of an instance; no term of the board has this id.
  public static final String MAINTENANCE = "maintenance";

  /// The word for one term, or some, that do not count.
  public static final String ACKNOWLEDGED = "acknowledged";

  private static final String PREFIX = "board.silenced.";
  private final Settings settings;
  private final Clock clock;
  private final Map<String, Instant> until = new ConcurrentHashMap<>();

  public Silences(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    settings.under(PREFIX).forEach(this::restore);
  }

  private void restore(String key, String value) {
    try {
      Instant end = Instant.ofEpochSecond(Long.parseLong(value));
      if (end.isAfter(clock.instant())) {
        until.put(key, end);
      } else {
        settings.remove(key);
      }
    } catch (NumberFormatException e) {
      settings.remove(key);
    }
  }

  private static String key(String instanceId, String term) {
    return PREFIX + instanceId + "." + term;
  }

  /// The term does not count on this instance for so long.
  public void silence(String instanceId, String term, Duration length) {
    Instant end = clock.instant().plus(length);
    until.put(key(instanceId, term), end);
    settings.put(key(instanceId, term), String.valueOf(end.getEpochSecond()));
  }

  /// The term counts again.
  public void lift(String instanceId, String term) {
    until.remove(key(instanceId, term));
    settings.remove(key(instanceId, term));
  }

  /// Until when it does not count; empty where it counts. In maintenance no term counts.
  public Optional<Instant> until(String instanceId, String term) {
    Optional<Instant> own = acknowledged(instanceId, term);
    Optional<Instant> all = maintenance(instanceId);
    return own.isPresent() && all.isPresent()
        ? own.filter(end -> end.isAfter(all.get())).or(() -> all)
        : own.or(() -> all);
  }

  /// Until when the term itself is acknowledged, in maintenance or not; empty where it is not.
  public Optional<Instant> acknowledged(String instanceId, String term) {
    return until.isEmpty() ? Optional.empty() : kept(instanceId, term);
  }

  /// No term counts on this instance for so long.
  public void maintain(String instanceId, Duration length) {
    silence(instanceId, MAINTENANCE, length);
  }

  /// Until when the instance is in maintenance; empty where it is not.
  public Optional<Instant> maintenance(String instanceId) {
    return acknowledged(instanceId, MAINTENANCE);
  }

  private Optional<Instant> kept(String instanceId, String term) {
    return Optional.ofNullable(until.get(key(instanceId, term))).filter(clock.instant()::isBefore);
  }
}
