package org.binnacle.explain.worksheet;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.sql.Statement;

/// Hands everything on, and remembers the statements that were sent.
final class Remembering implements Reception {
  private final Reception to;
  private final List<Statement> statements;
  private final RunRequest request;
  private final StatementHistory history;
  private final Clock clock;

  Remembering(
      Reception to,
      List<Statement> statements,
      RunRequest request,
      StatementHistory history,
      Clock clock) {
    this.to = to;
    this.statements = statements;
    this.request = request;
    this.history = history;
    this.clock = clock;
  }

  @Override
  public void began(int statement, InstanceRef instance) {
    to.began(statement, instance);
  }

  @Override
  public void columns(int statement, InstanceRef instance, List<Head> columns) {
    to.columns(statement, instance, columns);
  }

  @Override
  public boolean row(int statement, InstanceRef instance, List<Cell> cells) {
    return to.row(statement, instance, cells);
  }

  @Override
  public void ended(int statement, InstanceRef instance, End end) {
    switch (end) {
      case End.Done done ->
          remember(
              statement,
              instance,
              "done",
              done.affected() < 0 ? done.rows() + " rows" : done.affected() + " rows affected",
              done.took());
      case End.Failed failed ->
          remember(statement, instance, "failed", failed.fault().detail(), failed.took());
      case End.Stopped stopped -> remember(statement, instance, "stopped", "", stopped.took());
      case End.Unknown unknown ->
          remember(statement, instance, "unknown", unknown.fault().detail(), unknown.took());
      case End.Refused ignored -> {}
      case End.Skipped ignored -> {}
    }
    to.ended(statement, instance, end);
  }

  private void remember(
      int statement, InstanceRef instance, String outcome, String detail, Duration took) {
    history.add(
        new RanStatement(
            clock.instant(),
            instance.name(),
            request.database().orElse(""),
            Masked.of(statements.get(statement).text()),
            outcome,
            detail,
            took));
  }
}
