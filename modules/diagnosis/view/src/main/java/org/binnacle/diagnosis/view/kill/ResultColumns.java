package org.binnacle.diagnosis.view.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.diagnosis.kill.KillOutcome;
import org.binnacle.diagnosis.kill.KillResult;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.theme.States;

/// The columns of what came of a kill.
final class ResultColumns {
  private ResultColumns() {}

  /// @param merged whether victims were on several instances
  static List<Column<RunLine>> all(boolean merged) {
    var columns = new ArrayList<Column<RunLine>>();
    if (merged) {
      columns.add(
          Column.text("instance", "Instance", 110, (RunLine one) -> one.instance().name())
              .keepEnds());
    }
    columns.add(
        Column.number(
            "id", "Id", 76, one -> Long.toString(one.victim().id()), one -> one.victim().id()));
    columns.add(Column.text("who", "Session", merged ? 230 : 280, one -> one.victim().words()));
    columns.add(
        Column.<RunLine>text("outcome", "Outcome", 110, one -> word(one)).icon(one -> icon(one)));
    columns.add(Column.text("words", "In words", merged ? 250 : 300, RunLine::words));
    return columns;
  }

  private static String word(RunLine one) {
    return one.result()
        .map(ResultColumns::word)
        .orElseGet(
            () ->
                switch (one.phase()) {
                  case QUEUED -> "queued";
                  case NEXT -> "next";
                  case SENT, CAME -> "ending";
                });
  }

  private static String icon(RunLine one) {
    return one.result()
        .map(ResultColumns::icon)
        .orElse(one.phase() == RunLine.Phase.QUEUED ? "mdi2d-dots-horizontal" : "mdi2t-timer-sand");
  }

  static String word(KillResult result) {
    return switch (result.outcome()) {
      case KillOutcome.Ended ignored -> "killed";
      case KillOutcome.NotEndedYet ignored -> "ending";
      case KillOutcome.AlreadyGone ignored -> "already gone";
      case KillOutcome.Changed ignored -> "skipped";
      case KillOutcome.Protected ignored -> "protected";
      case KillOutcome.NothingRuns ignored -> "skipped";
      case KillOutcome.Denied ignored -> "denied";
      case KillOutcome.Failed ignored -> "failed";
      case KillOutcome.Unknown ignored -> "unknown";
      case KillOutcome.NotTried ignored -> "not tried";
    };
  }

  private static String icon(KillResult result) {
    return switch (result.outcome()) {
      case KillOutcome.Ended ignored -> "mdi2c-check-circle-outline";
      case KillOutcome.NotEndedYet ignored -> "mdi2t-timer-sand";
      case KillOutcome.AlreadyGone ignored -> "mdi2c-check";
      case KillOutcome.Changed ignored -> "mdi2d-debug-step-over";
      case KillOutcome.Protected ignored -> "mdi2l-lock-outline";
      case KillOutcome.NothingRuns ignored -> "mdi2s-sleep";
      case KillOutcome.Denied ignored -> "mdi2a-alert-octagon-outline";
      case KillOutcome.Failed ignored -> "mdi2a-alert-octagon-outline";
      case KillOutcome.Unknown ignored -> "mdi2h-help-circle-outline";
      case KillOutcome.NotTried ignored -> "mdi2c-cancel";
    };
  }

  static Set<PseudoClass> states(RunLine one) {
    return one.result().map(ResultColumns::states).orElse(Set.of());
  }

  private static Set<PseudoClass> states(KillResult result) {
    return switch (result.outcome()) {
      case KillOutcome.Denied ignored -> Set.of(States.CRITICAL);
      case KillOutcome.Failed ignored -> Set.of(States.CRITICAL);
      case KillOutcome.Unknown ignored -> Set.of(States.CRITICAL);
      case KillOutcome.NotEndedYet ignored -> Set.of(States.WARNING);
      case KillOutcome.NotTried ignored -> Set.of(States.WARNING);
      case KillOutcome.Ended ignored -> Set.of();
      case KillOutcome.AlreadyGone ignored -> Set.of();
      case KillOutcome.Changed ignored -> Set.of();
      case KillOutcome.Protected ignored -> Set.of();
      case KillOutcome.NothingRuns ignored -> Set.of();
    };
  }
}
