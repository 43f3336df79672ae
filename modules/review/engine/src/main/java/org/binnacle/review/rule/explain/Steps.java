package org.binnacle.review.rule.explain;

import java.util.List;
import java.util.stream.Stream;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanFacts;
import org.binnacle.review.live.PlanStep;
import org.binnacle.sql.Span;

/// The steps of a statement's plan as these rules need them.
final class Steps {
  private Steps() {}

  static List<PlanStep> all(Subject s) {
    return s.plan().map(PlanFacts::steps).orElse(List.of());
  }

  /// Those that read a table of the schema.
  static List<PlanStep> of(Subject s) {
    return s.plan().map(PlanFacts::reads).orElse(List.of());
  }

  /// Rows that go through a step: its own where it tells them, else what the largest table below
  /// gives.
  static double rows(Subject s, PlanStep step) {
    return step.rows() >= 0 ? step.rows() : below(s, step);
  }

  /// Rows that the largest table at or below a step gives.
  static double below(Subject s, PlanStep step) {
    boolean below = false;
    double most = 0;
    for (PlanStep one : all(s)) {
      below |= one.id().equals(step.id());
      if (below && one.readsTable()) {
        most = Math.max(most, one.examined());
      }
    }
    return most;
  }

  /// Where the statement names the step's table.
  static Span span(Subject s, PlanStep step) {
    return s.query().stream()
        .flatMap(
            q ->
                Stream.concat(
                    q.blocks().stream().flatMap(b -> b.tables().stream()), q.written().stream()))
        .filter(t -> t.called().equalsIgnoreCase(step.table()))
        .flatMap(t -> t.span().stream())
        .findFirst()
        .orElse(s.head());
  }

  /// `orders`, or `orders (o)`
  static String shown(PlanStep step) {
    return step.base().equalsIgnoreCase(step.table())
        ? step.table()
        : step.base() + " (" + step.table() + ")";
  }

  static String times(PlanStep step) {
    return step.loops() >= 2 ? ", %,d times".formatted(Math.round(step.loops())) : "";
  }
}
