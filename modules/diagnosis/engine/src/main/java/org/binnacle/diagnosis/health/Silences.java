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

  /// Until when it does not count; empty where it counts.
  public Optional<Instant> until(String instanceId, String term) {
    if (until.isEmpty()) {
      return Optional.empty();
    }
    Instant end = until.get(key(instanceId, term));
    return Optional.ofNullable(end).filter(clock.instant()::isBefore);
  }
}
