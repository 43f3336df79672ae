package org.binnacle.review.view.script;

import java.util.Comparator;
import java.util.List;
import org.binnacle.fxkit.table.Column;
import org.binnacle.review.report.Told;

/// The columns of findings.
final class RowColumns {
  private RowColumns() {}

  static List<Column<Row>> all() {
    return List.of(
        Column.text("level", "Level", 98, RowColumns::level)
            .icon(RowColumns::icon)
            .orderedBy(Comparator.comparing(Row::level)),
        Column.text("message", "Finding", 320, Row::message),
        Column.number(
            "line",
            "Line",
            52,
            (Row row) -> row.line() <= 0 ? "" : String.valueOf(row.line()),
            (Row row) -> row.line() <= 0 ? Double.NaN : row.line()),
        Column.text("rule", "Rule", 150, Row::rule),
        Column.text("object", "Object", 110, (Row row) -> row.isHead() ? "" : row.object())
            .keepEnd()
            .hidden(),
        Column.text("change", "Change", 78, Row::change).hidden());
  }

  private static String level(Row row) {
    if (row.isHead()) {
      return row.object();
    }
    if (row.kind() == Row.Kind.FIXED) {
      return "fixed";
    }
    return switch (row.told().map(Told::state).orElse(Told.State.OPEN)) {
      case OPEN -> row.level().word() + (row.change().equals("new") ? " new" : "");
      case SUPPRESSED -> "ignored";
      case KNOWN -> "known";
    };
  }

  private static String icon(Row row) {
    return row.isHead()
        ? ""
        : row.kind() == Row.Kind.FIXED ? "mdi2c-check" : LevelLook.icon(row.level());
  }
}
