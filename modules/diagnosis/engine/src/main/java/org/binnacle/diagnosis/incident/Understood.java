package org.binnacle.diagnosis.incident;

import java.util.Map;
import org.binnacle.diagnosis.incident.replay.FiguresReplay;
import org.binnacle.diagnosis.past.BeforePart;

/// The shapes of parts that this program reads: the steps that it knows, each up to a version. What
/// another program wrote in a newer shape is kept and shown as it was told, and neither views nor
/// rules take it for what it may not be.
public final class Understood {
  private static final Map<String, Integer> VERSIONS =
      Map.ofEntries(
          Map.entry("sessions", 1),
          Map.entry("status", 1),
          Map.entry("locks", 1),
          Map.entry("transactions", 1),
          Map.entry("innodb", 1),
          Map.entry("replication", 1),
          Map.entry(FiguresReplay.STEP, 1),
          Map.entry("plans", 1),
          Map.entry("top-sql", 1),
          Map.entry("server", 1),
          Map.entry("variables", 1),
          Map.entry("tables", 1),
          Map.entry(RingPart.STEP, 1),
          Map.entry(BeforePart.STEP, 1));

  private Understood() {}

  /// Whether its shape is known here.
  public static boolean is(Part part) {
    return part.version() <= VERSIONS.getOrDefault(part.step(), 0);
  }

  /// Whether it is a step that is known here, written in a newer shape.
  public static boolean newer(Part part) {
    return VERSIONS.containsKey(part.step()) && !is(part);
  }
}
