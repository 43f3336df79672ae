package org.binnacle.diagnosis.view.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.diagnosis.kill.KillOutcome;
import org.binnacle.diagnosis.kill.KillResult;
import org.binnacle.diagnosis.kill.MergedResult;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.theme.States;

/// The columns of what came of a kill.
final class ResultColumns {
  private ResultColumns() {}

  /// @param merged whether victims were on several instances
  static List<Column<MergedResult>> all(boolean merged) {
    var columns = new ArrayList<Column<MergedResult>>();
    if (merged) {
      columns.add(
          Column.text("instance", "Instance", 110, (MergedResult one) -> one.instance().name())
              .keepEnds());
    }
    columns.add(
        Column.number(
            "id",
            "Id",
            76,
            one -> Long.toString(one.result().victim().id()),
            one -> one.result().victim().id()));
    columns.add(
        Column.text("who", "Session", merged ? 230 : 280, one -> one.result().victim().words()));
    columns.add(
        Column.<MergedResult>text("outcome", "Outcome", 110, one -> word(one.result()))
            .icon(one -> icon(one.result())));
    columns.add(
        Column.text(
            "words", "In words", merged ? 250 : 300, one -> one.result().outcome().words()));
    return columns;
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

  static Set<PseudoClass> states(MergedResult one) {
    return switch (one.result().outcome()) {
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
