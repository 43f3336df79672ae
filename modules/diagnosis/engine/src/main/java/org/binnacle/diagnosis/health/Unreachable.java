package org.binnacle.diagnosis.health;

import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;

/// Nobody answers: a warning after one miss, critical after two. Where we are refused, the words
/// say why, and the instance is unknown rather than down.
final class Unreachable implements Term {
  @Override
  public String id() {
    return "unreachable";
  }

  @Override
  public Points points() {
    return new Points(0, 50, 100);
  }

  @Override
  public Reading read(Checkup now) {
    if (now.fault().isEmpty()) {
      return Reading.FINE;
    }
    Fault fault = now.fault().get();
    if (Misses.full(fault) || Misses.slow(fault)) {
      return Reading.FINE;
    }
    if (!Misses.silent(fault)) {
      return Reading.of(Severity.WARNING, () -> "no data: " + why(fault));
    }
    return Reading.of(
        now.misses() >= 2 ? Severity.CRITICAL : Severity.WARNING, () -> "no answer: " + why(fault));
  }

  private static String why(Fault fault) {
    return switch (fault.code().id()) {
      case "connect.timeout" -> "timed out";
      case "connect.refused" -> "connection refused";
      case "connect.lost" -> "connection lost";
      case "connect.not-mysql" -> "no MySQL speaks there";
      case "connect.dns" -> "host name unknown";
      case "connect.denied" -> "login denied";
      case "connect.expired" -> "password expired";
      case "connect.host-blocked" -> "our host is blocked";
      case "connect.tls" -> "TLS failed";
      case "connect.public-key" -> "public key retrieval is off";
      case "connect.tunnel" -> "SSH tunnel failed";
      case "connect.unsupported" -> "version not supported";
      default -> fault.code().id();
    };
  }
}
