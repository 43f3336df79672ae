package org.binnacle.review.live;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/// A plan as rules look at it.
///
/// @param raw as the server printed it
/// @param sent the statement that was sent for it
/// @param steps each before its children
/// @param cost of the whole, in the server's own unit
/// @param warnings what SHOW WARNINGS said
public record PlanFacts(
    String raw,
    String sent,
    List<PlanStep> steps,
    OptionalDouble cost,
    List<String> warnings,
    Instant at) {

  public PlanFacts {
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
  }

  /// Steps that read tables of the schema.
  public List<PlanStep> reads() {
    return steps.stream().filter(PlanStep::readsTable).toList();
  }

  /// Rows that the server expects to read in all.
  public long examined() {
    double all = reads().stream().mapToDouble(PlanStep::examined).sum();
    return all >= Long.MAX_VALUE ? Long.MAX_VALUE : Math.round(all);
  }
}
