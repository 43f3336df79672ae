package org.binnacle.diagnosis.innodb;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Two looks after each other, or the first alone. Where a counter fell (restart, FLUSH STATUS)
/// there is no rate: a gap, never a negative.
final class Between {
  private final @Nullable InnoDbLook before;
  private final InnoDbLook now;
  private final double seconds;

  Between(Optional<InnoDbLook> earlier, InnoDbLook now) {
    InnoDbLook last = earlier.orElse(null);
    boolean restarted =
        last != null
            && now.status().getOrDefault("uptime", 0L) < last.status().getOrDefault("uptime", 0L);
    this.before = restarted ? null : last;
    this.now = now;
    this.seconds = before == null ? 0 : (now.monotonicNs() - before.monotonicNs()) / 1e9;
  }

  InnoDbLook now() {
    return now;
  }

  /// How long was measured; 0 for a first look.
  double seconds() {
    return seconds;
  }

  /// The first of these that the server has.
  OptionalLong status(String... names) {
    return first(now.status(), names);
  }

  OptionalLong metric(String... names) {
    return first(now.metrics(), names);
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(now.variables().get(name.toLowerCase(Locale.ROOT)));
  }

  OptionalLong number(String variable) {
    try {
      return variable(variable).stream()
          .mapToDouble(Double::parseDouble)
          .mapToLong(d -> (long) d)
          .findFirst();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong first(Map<String, Long> of, String... names) {
    for (String name : names) {
      Long value = of.get(name);
      if (value != null) {
        return OptionalLong.of(value);
      }
    }
    return OptionalLong.empty();
  }

  /// By how much the first of these that the server has has grown.
  OptionalLong grown(String... names) {
    return before == null ? OptionalLong.empty() : grown(before.status(), now.status(), names);
  }

  OptionalLong metricGrown(String... names) {
    return before == null ? OptionalLong.empty() : grown(before.metrics(), now.metrics(), names);
  }

  private static OptionalLong grown(
      Map<String, Long> then, Map<String, Long> now, String... names) {
    for (String name : names) {
      Long is = now.get(name);
      Long was = then.get(name);
      if (is != null && was != null) {
        return is < was ? OptionalLong.empty() : OptionalLong.of(is - was);
      }
    }
    return OptionalLong.empty();
  }

  OptionalDouble perS(String... names) {
    return rate(grown(names));
  }

  OptionalDouble metricPerS(String... names) {
    return rate(metricGrown(names));
  }

  private OptionalDouble rate(OptionalLong grown) {
    return grown.isEmpty() || seconds <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(grown.getAsLong() / seconds);
  }
}
