package org.binnacle.diagnosis.health;

import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.Severity;

/// A channel that is stopped, far behind or falling behind; a member that is not online in its
/// group.
final class ReplicationTrouble implements Term {
  private static final int WORDS = 90;

  /// In three looks.
  private static final long RISE_S = 5;

  @Override
  public String id() {
    return "replication";
  }

  @Override
  public Points points() {
    return new Points(10, 35, 91);
  }

  @Override
  public Reading read(Checkup now) {
    return now.fresh().map(vitals -> of(vitals.replication(), now)).orElse(Reading.FINE);
  }

  private static Reading of(Replication replication, Checkup now) {
    Reading worst = group(replication.group());
    for (Replication.Channel channel : replication.channels()) {
      worst = Reading.worse(worst, of(channel, now));
    }
    return worst;
  }

  private static Reading of(Replication.Channel channel, Checkup now) {
    String name = channel.name().isEmpty() ? "replication" : "replication " + channel.name();
    if (!channel.receiving() || !channel.applying()) {
      String what =
          channel.applying()
              ? " receives nothing"
              : channel.receiving() ? " applies nothing" : " is stopped";
      String why = channel.error().isEmpty() ? "" : ": " + cut(channel.error());
      String behind =
          channel.byHeartbeat() && channel.lagS().isPresent()
              ? ", lags " + Span.wholeSeconds(channel.lagS().getAsLong() * 1_000_000) + by(channel)
              : "";
      return Reading.of(Severity.CRITICAL, name + what + behind + why);
    }
    long lagS = channel.lagS().orElse(0);
    Reading lag =
        Reading.of(
            now.limits().lagS().of(lagS, now.was()),
            () -> name + " lags " + Span.wholeSeconds(lagS * 1_000_000) + by(channel));
    return lag.level() == Severity.OK ? rising(channel, name, lagS) : lag;
  }

  /// A second or two more or less is how Seconds_Behind_Source counts.
  private static Reading rising(Replication.Channel channel, String name, long lagS) {
    return Reading.of(
        channel.roseS() >= RISE_S ? Severity.NOTICE : Severity.OK,
        () ->
            "%s lags %s%s and more each look"
                .formatted(name, Span.wholeSeconds(lagS * 1_000_000), by(channel)));
  }

  /// What tells the lag, where it is not the server's own count.
  private static String by(Replication.Channel channel) {
    return channel.byHeartbeat() ? " by heartbeat" : "";
  }

  private static Reading group(long state) {
    return switch ((int) state) {
      case 0, 1 -> Reading.FINE;
      case 2 -> Reading.of(Severity.WARNING, "group member recovering");
      case 3 -> Reading.of(Severity.CRITICAL, "group member offline");
      case 5 -> Reading.of(Severity.CRITICAL, "group member unreachable");
      default -> Reading.of(Severity.CRITICAL, "group member in error");
    };
  }

  private static String cut(String text) {
    return text.length() <= WORDS ? text : text.substring(0, WORDS) + "…";
  }
}
