package org.binnacle.review.report;

import java.util.List;
import java.util.Optional;
import org.binnacle.review.ddl.Prediction;
import org.binnacle.review.live.PlanFacts;
import org.binnacle.review.live.PlanStep;

/// One statement and what was found.
///
/// @param index from 1, in the file
/// @param kind what it does, such as `ddl`
/// @param reviewed whether the grammar understood it
/// @param fingerprint what it has in common with statements of other values
/// @param plan as a server told it, where one was asked
/// @param prediction what an ALTER TABLE will do
public record StatementReport(
    int index,
    int line,
    int column,
    int offset,
    String kind,
    String text,
    boolean reviewed,
    String fingerprint,
    List<Told> findings,
    Optional<PlanFacts> plan,
    Optional<Prediction> prediction) {

  public StatementReport(
      int index,
      int line,
      int column,
      int offset,
      String kind,
      String text,
      boolean reviewed,
      String fingerprint,
      List<Told> findings) {
    this(
        index,
        line,
        column,
        offset,
        kind,
        text,
        reviewed,
        fingerprint,
        findings,
        Optional.empty(),
        Optional.empty());
  }

  /// The same statement with other findings.
  public StatementReport with(List<Told> findings) {
    return new StatementReport(
        index, line, column, offset, kind, text, reviewed, fingerprint, findings, plan, prediction);
  }

  /// A step of its plan.
  public Optional<PlanStep> step(String id) {
    return plan.stream()
        .flatMap(p -> p.steps().stream())
        .filter(s -> s.id().equals(id))
        .findFirst();
  }

  public StatementReport {
    findings = List.copyOf(findings);
  }
}
