package org.binnacle.explain.view.worksheet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.explain.live.ServerNote;
import org.binnacle.explain.worksheet.End;
import org.binnacle.explain.worksheet.SheetRun;
import org.binnacle.explain.worksheet.StatementRun;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.theme.States;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Words;

/// A line of the messages: how a statement did on one instance, or a warning of it.
///
/// @param order its place
/// @param number of the statement, from 1; 0 for a warning
/// @param kind ok, running, failed, refused, stopped, unknown, skipped, warning
/// @param words what came of it
/// @param offset where the statement stands in the script
record MessageRow(
    int order,
    int number,
    String instance,
    String kind,
    String rows,
    String took,
    String words,
    String sql,
    int offset) {

  static List<MessageRow> of(SheetRun run, Words words) {
    var rows = new ArrayList<MessageRow>();
    for (StatementRun statement : run.statements()) {
      statement.parts().forEach((instance, part) -> add(rows, statement, instance, part, words));
    }
    return rows;
  }

  private static void add(
      List<MessageRow> rows,
      StatementRun statement,
      InstanceRef instance,
      StatementRun.Part part,
      Words words) {
    if (part.end().isEmpty()) {
      row(rows, statement, instance, part.runs() ? "running" : "waits", "", "", "");
      return;
    }
    switch (part.end().get()) {
      case End.Done done -> {
        String what =
            done.affected() >= 0
                ? done.affected() == 1
                    ? "1 row affected"
                    : "%,d rows affected".formatted(done.affected())
                : done.cut() ? "stopped at the row limit: there is more" : "";
        String many = "%,d".formatted(done.affected() >= 0 ? done.affected() : done.rows());
        row(rows, statement, instance, "ok", many, span(done.took()), what);
        for (ServerNote note : done.warnings()) {
          rows.add(
              new MessageRow(
                  rows.size(),
                  0,
                  instance.name(),
                  note.level().toLowerCase(Locale.ROOT),
                  "",
                  "",
                  note.words(),
                  "",
                  statement.statement().offset()));
        }
      }
      case End.Failed failed ->
          row(
              rows,
              statement,
              instance,
              "failed",
              "",
              span(failed.took()),
              told(failed.fault(), words));
      case End.Refused refused ->
          row(rows, statement, instance, "refused", "", "", told(refused.fault(), words));
      case End.Stopped stopped ->
          row(rows, statement, instance, "stopped", "", span(stopped.took()), "Stopped by you.");
      case End.Unknown unknown ->
          row(
              rows,
              statement,
              instance,
              "unknown",
              "",
              span(unknown.took()),
              told(unknown.fault(), words));
      case End.Skipped skipped -> row(rows, statement, instance, "skipped", "", "", "Not run.");
    }
  }

  private static void row(
      List<MessageRow> rows,
      StatementRun statement,
      InstanceRef instance,
      String kind,
      String many,
      String took,
      String words) {
    rows.add(
        new MessageRow(
            rows.size(),
            statement.number() + 1,
            instance.name(),
            kind,
            many,
            took,
            words,
            statement.statement().text(),
            statement.statement().offset()));
  }

  static String told(Fault fault, Words words) {
    Words.Told told = words.of(fault);
    return told.happened() + (told.next().isEmpty() ? "" : "  " + told.next());
  }

  static String span(Duration took) {
    long ms = took.toMillis();
    return ms < 1000 ? ms + " ms" : "%.2f s".formatted(ms / 1e3);
  }

  boolean bad() {
    return kind.equals("failed") || kind.equals("refused") || kind.equals("unknown");
  }

  private String token() {
    return switch (kind) {
      case "ok" -> "green";
      case "failed", "unknown", "error" -> "red";
      case "refused", "warning", "stopped" -> "orange";
      case "running" -> "blue";
      default -> "grey";
    };
  }

  Set<PseudoClass> states() {
    return kind.equals("skipped") || kind.equals("waits") ? Set.of(States.ASLEEP) : Set.of();
  }

  static List<Column<MessageRow>> columns() {
    return List.of(
        Column.number(
            "number",
            "#",
            44,
            row -> row.number() == 0 ? "" : "" + row.number(),
            MessageRow::order),
        Column.<MessageRow>text("kind", "Outcome", 90, MessageRow::kind).pill(MessageRow::token),
        Column.text("instance", "Instance", 130, MessageRow::instance),
        Column.number("rows", "Rows", 80, MessageRow::rows, row -> 0),
        Column.number("took", "Time", 80, MessageRow::took, row -> 0),
        Column.text("words", "Message", 420, MessageRow::words),
        Column.<MessageRow>text("sql", "Statement", 320, MessageRow::sql).mono());
  }
}
