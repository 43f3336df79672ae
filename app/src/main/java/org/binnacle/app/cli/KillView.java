package org.binnacle.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.KillResult;
import org.binnacle.diagnosis.kill.Rollback;
import org.binnacle.diagnosis.kill.Verdict;
import org.binnacle.diagnosis.kill.Victim;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Span;

/// Victims before and after, as text or as documents.
final class KillView {
  private KillView() {}

  static Table preview(KillPlan plan) {
    var table =
        new Table(
            Column.number("ID"),
            Column.text("USER"),
            Column.text("HOST").spare(2),
            Column.text("DB").spare(3),
            Column.number("TIME"),
            Column.number("ROLLS BACK").spare(1),
            Column.text("WILL SEND"),
            Column.elastic("SQL"));
    for (Victim victim : plan.victims()) {
      var identity = victim.identity();
      table.row(
          victim.id(),
          identity.user(),
          identity.host(),
          identity.db(),
          Span.words(victim.timeUs()),
          victim.rollback().words(),
          victim.goes()
              ? new Cell(victim.statement(), Tone.STRONG)
              : new Cell("nothing: " + words(victim.verdict()), Tone.YELLOW),
          identity.sql());
    }
    return table;
  }

  /// Sessions that nobody is going to kill: a rule is being tried on a file.
  static Table rows(List<ProcessRow> rows) {
    var table =
        new Table(
            Column.number("ID"),
            Column.text("USER"),
            Column.text("HOST").spare(2),
            Column.text("DB").spare(3),
            Column.number("TIME"),
            Column.text("STATE"),
            Column.elastic("SQL"));
    for (ProcessRow row : rows) {
      table.row(
          row.id(),
          row.user(),
          row.client().text(),
          row.db(),
          Span.words(row.timeUs()),
          row.state(),
          row.sql());
    }
    return table;
  }

  /// One for each victim: `outcome` is the audit log's word in small letters, or `not_tried` where
  /// the preview left it out.
  static List<Map<String, Object>> documents(KillPlan plan, List<KillResult> results) {
    if (results.isEmpty()) {
      return plan.victims().stream()
          .map(victim -> document(victim, "not_tried", words(victim.verdict()), false))
          .toList();
    }
    return results.stream()
        .map(
            result ->
                document(
                    result.victim(),
                    result.outcome().audited().name().toLowerCase(Locale.ROOT),
                    result.outcome().words(),
                    result.audited()))
        .toList();
  }

  private static Map<String, Object> document(
      Victim victim, String outcome, String words, boolean audited) {
    var document = new LinkedHashMap<String, Object>();
    document.put("id", victim.id());
    document.put("user", victim.identity().user());
    document.put("host", victim.identity().host());
    document.put("db", victim.identity().db());
    document.put("statement", victim.statement());
    Rollback rollback = victim.rollback();
    rollback.rows().ifPresent(rows -> document.put("rows_to_roll_back", rows));
    rollback.us().ifPresent(us -> document.put("rollback_estimate_us", us));
    document.put("rollback_estimate_from", rollback.from().id());
    document.put("outcome", outcome);
    document.put("words", words);
    document.put("audited", audited);
    document.put("sql", victim.identity().sql());
    return document;
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Go ignored -> "";
      case Verdict.Protected(String why) -> "protected, " + why;
      case Verdict.NothingRuns ignored -> "no statement runs (--connection ends it)";
      case Verdict.Unseen unseen -> unseen.words();
      case Verdict.Gone ignored -> "it has ended";
    };
  }
}
