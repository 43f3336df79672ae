package org.binnacle.diagnosis.pulse;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;
import org.binnacle.mysql.Pulse;

/// Makes a judgement of a pulse: the worst thing first, in words. Thresholds are those of the fleet
/// board's health score.
final class Judge {
  private static final long LAG_WARNING_S = 30;
  private static final long LAG_CRITICAL_S = 300;
  private static final double FULL_WARNING = 0.85;
  private static final double FULL_CRITICAL = 0.97;
  private static final long WAITS_CRITICAL = 10;

  private record Finding(Severity severity, String words) {}

  private Judge() {}

  static Beat beat(InstanceRef instance, Pulse pulse, String version, Instant at) {
    OptionalLong lag =
        pulse.channels().stream()
            .map(Pulse.Channel::lagS)
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .max();
    Finding worst = worst(pulse, lag);
    return new Beat(
        instance,
        Optional.of(at),
        worst.severity(),
        worst.words(),
        role(pulse),
        pulse.readOnly(),
        version,
        pulse.connected(),
        pulse.running(),
        pulse.maxConnections(),
        lag,
        Optional.empty());
  }

  private static Finding worst(Pulse pulse, OptionalLong lag) {
    Finding worst = new Finding(Severity.OK, "");
    for (Pulse.Channel channel : pulse.channels()) {
      worst = worse(worst, channel(channel));
    }
    double fill =
        pulse.maxConnections() <= 0 ? 0 : (double) pulse.connected() / pulse.maxConnections();
    if (fill >= FULL_WARNING) {
      worst =
          worse(
              worst,
              new Finding(
                  fill >= FULL_CRITICAL ? Severity.CRITICAL : Severity.WARNING,
                  "connections " + pulse.connected() + " of " + pulse.maxConnections()));
    }
    if (lag.orElse(0) >= LAG_WARNING_S) {
      worst =
          worse(
              worst,
              new Finding(
                  lag.getAsLong() >= LAG_CRITICAL_S ? Severity.CRITICAL : Severity.WARNING,
                  "lag " + lag.getAsLong() + " s"));
    }
    if (pulse.rowLockWaits() > 0) {
      worst =
          worse(
              worst,
              new Finding(
                  pulse.rowLockWaits() >= WAITS_CRITICAL ? Severity.WARNING : Severity.NOTICE,
                  pulse.rowLockWaits() + " wait for row locks"));
    }
    return worst;
  }

  private static Finding channel(Pulse.Channel channel) {
    String name = channel.name().isEmpty() ? "replication" : "replication " + channel.name();
    if (channel.receiving() && channel.applying()) {
      return new Finding(Severity.OK, "");
    }
    String error = channel.error().isEmpty() ? "" : ": " + channel.error();
    return new Finding(
        Severity.CRITICAL,
        name + (channel.applying() ? " receives nothing" : " is stopped") + error);
  }

  private static Finding worse(Finding one, Finding other) {
    return other.severity().compareTo(one.severity()) < 0 ? other : one;
  }

  private static Role role(Pulse pulse) {
    if (pulse.replica()) {
      return pulse.dumps() > 0 ? Role.RELAY : Role.REPLICA;
    }
    if (pulse.dumps() < 0) {
      return Role.UNKNOWN;
    }
    return pulse.dumps() > 0 ? Role.SOURCE : Role.ALONE;
  }
}
