package org.binnacle.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.binnacle.review.statistics.Sheet;

/// Tells a sheet as a table for people, as JSON or as CSV.
final class SheetOutput {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private SheetOutput() {}

  /// @param empty said on a terminal where there are no rows
  static void tell(Call call, Sheet sheet, boolean csv, String empty) {
    if (call.json()) {
      call.document(Map.of(sheet.name(), sheet.maps()));
    } else if (csv) {
      call.terminal().out().print(sheet.csv());
    } else if (!sheet.rows().isEmpty()) {
      call.print(table(sheet));
    } else {
      call.tell(empty);
    }
  }

  private static Table table(Sheet sheet) {
    var columns = new ArrayList<Table.Column>();
    for (int i = 0; i < sheet.columns().size(); i++) {
      String title = title(sheet.columns().get(i));
      boolean wide = List.of("AUTHORS", "STATEMENT", "PROJECT", "AUTHOR").contains(title);
      columns.add(
          sheet.isNumeric(i)
              ? Table.Column.number(title)
              : wide ? Table.Column.elastic(title) : Table.Column.text(title));
    }
    var table = new Table(columns.toArray(Table.Column[]::new));
    for (List<Object> row : sheet.rows()) {
      Object[] cells = new Object[row.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cell(sheet.columns().get(i), row.get(i));
      }
      table.row(cells);
    }
    return table;
  }

  /// `medianHours` is MEDIAN, `foundPerHundred` PER 100.
  private static String title(String column) {
    return switch (column) {
      case "foundPerHundred" -> "PER 100";
      case "ninetyHours" -> "90 % WITHIN";
      case "openAgeHours" -> "OPEN AGE";
      default -> column.replace("Hours", "").replaceAll("([A-Z])", " $1").toUpperCase(Locale.ROOT);
    };
  }

  private static String cell(String column, Object value) {
    Object bare = value instanceof Optional<?> o && o.isPresent() ? o.get() : value;
    return switch (bare) {
      case Optional<?> nothing -> "-";
      case Instant at -> LOCAL.format(at);
      case Double d when column.endsWith("Hours") -> time(d);
      case Double d when column.equals("share") || column.equals("rate") ->
          String.format(Locale.ROOT, "%.0f %%", d * 100);
      case Double d -> String.format(Locale.ROOT, "%.1f", d);
      case String s when s.isEmpty() && (column.equals("author") || column.equals("project")) ->
          "(unknown)";
      default -> Sheet.text(bare);
    };
  }

  /// `12 min`, `3.5 h`, `9.0 d`.
  private static String time(double hours) {
    Duration time = Duration.ofMillis(Math.round(hours * 3_600_000));
    if (time.toSeconds() < 100) {
      return time.toSeconds() + " s";
    }
    if (time.toMinutes() < 100) {
      return time.toMinutes() + " min";
    }
    return hours < 48
        ? String.format(Locale.ROOT, "%.1f h", hours)
        : String.format(Locale.ROOT, "%.1f d", hours / 24);
  }
}
