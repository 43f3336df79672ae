package org.binnacle.diagnosis.view.kill;

import java.util.List;
import org.binnacle.diagnosis.kill.Verdict;
import org.binnacle.diagnosis.kill.Victim;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.session.Transaction;
import org.binnacle.fxkit.table.Column;

/// The columns of a kill's preview.
final class VictimColumns {
  private VictimColumns() {}

  static List<Column<Victim>> all() {
    return List.of(
        Column.number("id", "Id", 56, victim -> Long.toString(victim.id()), Victim::id),
        text("user", "User", 70, victim -> victim.identity().user()),
        text("host", "Host", 104, victim -> victim.identity().host()).keepEnd(),
        text("db", "Db", 64, victim -> victim.identity().db()),
        Column.number("time", "Time", 64, victim -> Span.words(victim.timeUs()), Victim::timeUs),
        Column.number(
            "modified",
            "Modified",
            70,
            victim -> victim.trx().map(Transaction::rowsModified).map("%,d"::formatted).orElse(""),
            Victim::rowsModified),
        text("sql", "SQL", 160, victim -> victim.identity().sql()).mono(),
        text("verdict", "What happens", 150, VictimColumns::words));
  }

  private static Column<Victim> text(
      String id, String title, int width, java.util.function.Function<Victim, String> of) {
    return Column.text(id, title, width, of);
  }

  static String words(Victim victim) {
    return switch (victim.verdict()) {
      case Verdict.Go(boolean changed) ->
          changed ? "will be killed; runs another statement by now" : "will be killed";
      case Verdict.Protected(String why) -> "left alone: " + why;
      case Verdict.NothingRuns() -> "left alone: no statement runs";
      case Verdict.Gone() -> "has already ended";
    };
  }
}
