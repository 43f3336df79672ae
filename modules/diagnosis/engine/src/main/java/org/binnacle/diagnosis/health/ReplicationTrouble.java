package org.binnacle.diagnosis.health;

import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.Severity;

/// A channel that is stopped or far behind, a member that is not online in its group.
final class ReplicationTrouble implements Term {
  private static final int WORDS = 90;

  @Override
  public String id() {
    return "replication";
  }

  @Override
  public Points points() {
    return new Points(0, 35, 91);
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
      return Reading.of(Severity.CRITICAL, name + what + why);
    }
    long lagS = channel.lagS().orElse(0);
    return Reading.of(
        now.limits().lagS().of(lagS, now.was()),
        () -> name + " lags " + Span.wholeSeconds(lagS * 1_000_000));
  }

  private static Reading group(long state) {
    return switch ((int) state) {
      case 0, 1 -> Reading.FINE;
      case 2 -> Reading.of(Severity.WARNING, "group member recovering");
      case 3 -> Reading.of(Severity.WARNING, "group member offline");
      case 5 -> Reading.of(Severity.CRITICAL, "group member unreachable");
      default -> Reading.of(Severity.CRITICAL, "group member in error");
    };
  }

  private static String cut(String text) {
    return text.length() <= WORDS ? text : text.substring(0, WORDS) + "…";
  }
}
