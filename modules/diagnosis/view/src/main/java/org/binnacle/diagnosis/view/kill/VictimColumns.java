package org.binnacle.diagnosis.view.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.binnacle.diagnosis.kill.MergedPlan.Placed;
import org.binnacle.diagnosis.kill.Verdict;
import org.binnacle.diagnosis.kill.Victim;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.fxkit.table.Column;

/// The columns of a kill's preview.
final class VictimColumns {
  private VictimColumns() {}

  /// @param merged whether victims are on several instances
  static List<Column<Placed>> all(boolean merged) {
    var columns = new ArrayList<Column<Placed>>();
    if (merged) {
      columns.add(
          Column.text("instance", "Instance", 80, (Placed one) -> one.instance().name())
              .keepEnds());
    }
    columns.add(
        Column.number(
            "id", "Id", 52, one -> Long.toString(one.victim().id()), one -> one.victim().id()));
    columns.add(text("user", "User", 84, victim -> victim.identity().user()));
    columns.add(
        text("host", "Host", merged ? 84 : 104, victim -> victim.identity().host()).keepEnd());
    columns.add(text("db", "Db", 58, victim -> victim.identity().db()));
    columns.add(
        Column.number(
            "time",
            "Time",
            58,
            one -> Span.words(one.victim().timeUs()),
            one -> one.victim().timeUs()));
    columns.add(
        Column.<Placed>number(
                "modified",
                "Rolls back",
                128,
                one -> one.victim().rollback().words(),
                one -> one.victim().rollback().us().orElse(-1))
            .tip(one -> one.victim().rollback().why()));
    columns.add(text("sql", "SQL", 88, victim -> victim.identity().sql()).mono());
    columns.add(text("verdict", "What happens", 136, VictimColumns::words));
    return columns;
  }

  private static Column<Placed> text(
      String id, String title, int width, Function<Victim, String> of) {
    return Column.text(id, title, width, one -> of.apply(one.victim()));
  }

  static String words(Victim victim) {
    return switch (victim.verdict()) {
      case Verdict.Go(boolean changed) ->
          changed ? "will be killed; runs another statement by now" : "will be killed";
      case Verdict.Protected(String why) -> "left alone: " + why;
      case Verdict.NothingRuns() -> "left alone: no statement runs";
      case Verdict.Unseen unseen -> unseen.words();
      case Verdict.Gone() -> "has already ended";
    };
  }
}
