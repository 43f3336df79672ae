package org.binnacle.diagnosis.health;

import org.binnacle.kernel.Severity;

/// A node that is not in step with its Galera cluster, or takes no statements.
final class GaleraTrouble implements Term {
  private static final int JOINING = 1;
  private static final int DONOR = 2;
  private static final int JOINED = 3;
  private static final int SYNCED = 4;

  @Override
  public String id() {
    return "galera";
  }

  @Override
  public Points points() {
    return new Points(0, 35, 92);
  }

  @Override
  public Reading read(Checkup now) {
    return now.fresh()
        .flatMap(vitals -> vitals.replication().galera())
        .map(GaleraTrouble::of)
        .orElse(Reading.FINE);
  }

  private static Reading of(Replication.Galera node) {
    if (!node.primary()) {
      return Reading.of(
          Severity.CRITICAL, "Galera: outside the primary component, statements are refused");
    }
    if (!node.ready()) {
      return Reading.of(
          Severity.CRITICAL, "Galera: not ready, statements are refused (" + state(node) + ")");
    }
    return node.state() == SYNCED
        ? Reading.FINE
        : Reading.of(Severity.WARNING, "Galera: " + state(node));
  }

  private static String state(Replication.Galera node) {
    return switch ((int) node.state()) {
      case JOINING -> "joining";
      case DONOR -> "donor or desynced";
      case JOINED -> "joined, catching up";
      case SYNCED -> "synced";
      default -> "state " + node.state();
    };
  }
}
