package org.binnacle.diagnosis.view.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.binnacle.diagnosis.kill.MergedPlan.Placed;
import org.binnacle.diagnosis.kill.Verdict;
import org.binnacle.diagnosis.kill.Victim;
import org.binnacle.diagnosis.session.Client;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.fxkit.table.Column;

/// The columns of a kill's preview.
final class VictimColumns {
  private VictimColumns() {}

  /// At their widest they leave the sheet's table some room for the SQL.
  ///
  /// @param merged whether victims are on several instances
  static List<Column<Placed>> all(boolean merged) {
    var columns = new ArrayList<Column<Placed>>();
    if (merged) {
      columns.add(
          Column.text("instance", "Instance", 72, (Placed one) -> one.instance().name())
              .keepEnds());
    }
    columns.add(
        Column.number(
            "id", "Id", 48, one -> Long.toString(one.victim().id()), one -> one.victim().id()));
    columns.add(text("user", "User", merged ? 56 : 84, victim -> victim.identity().user()));
    columns.add(
        text("host", "Host", 64, victim -> Client.of(victim.identity().host()).ip())
            .keepEnd()
            .tip(one -> one.victim().identity().host()));
    columns.add(text("db", "Db", 64, victim -> victim.identity().db()));
    columns.add(
        Column.number(
            "time",
            "Time",
            50,
            one -> Span.words(one.victim().timeUs()),
            one -> one.victim().timeUs()));
    columns.add(
        Column.<Placed>number(
                "modified",
                "Rolls back",
                merged ? 76 : 100,
                one -> one.victim().rollback().words(),
                one -> one.victim().rollback().us().orElse(-1))
            .tip(one -> one.victim().rollback().why()));
    columns.add(text("sql", "SQL", 88, victim -> victim.identity().sql()).mono());
    columns.add(text("verdict", "What happens", merged ? 96 : 130, VictimColumns::words));
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
