package org.binnacle.review.view.statistics;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.kernel.Settings;
import org.binnacle.review.statistics.Sheet;
import org.binnacle.review.statistics.SheetWords;

/// A sheet as a table.
final class SheetTable {
  private static final SheetWords WORDS = new SheetWords(ZoneId.systemDefault());
  private static final Map<String, Integer> WIDTHS =
      Map.of(
          "rule",
          230,
          "statement",
          420,
          "authors",
          220,
          "author",
          220,
          "project",
          180,
          "first",
          140,
          "last",
          140,
          "at",
          140,
          "ruleSet",
          110);
  private static final Set<String> HIDDEN = Set.of("fingerprint", "id", "ruleSetHash");

  private SheetTable() {}

  /// @param key the same for the same thing in the next answer
  record Line(String key, List<Object> cells) {
    Line {
      cells = List.copyOf(cells);
    }

    Object at(int column) {
      Object cell = cells.get(column);
      return cell instanceof Optional<?> o && o.isPresent() ? o.get() : cell;
    }
  }

  static List<Line> lines(Sheet sheet) {
    var lines = new ArrayList<Line>();
    int print = sheet.columns().indexOf("fingerprint");
    for (List<Object> row : sheet.rows()) {
      Object more = print >= 0 ? row.get(print) : row.get(1);
      lines.add(new Line(row.getFirst() + "\n" + more, row));
    }
    return lines;
  }

  static LiveTable<Line, String> of(What what, Sheet sheet, Settings settings) {
    var columns = new ArrayList<Column<Line>>();
    for (int i = 0; i < sheet.columns().size(); i++) {
      columns.add(column(sheet, i));
    }
    String id = "review-statistics." + what.name().toLowerCase(java.util.Locale.ROOT);
    var table = new LiveTable<>(id, Line::key, columns, settings);
    table.sortFirst(what.sorted(), true);
    return table;
  }

  private static Column<Line> column(Sheet sheet, int i) {
    String name = sheet.columns().get(i);
    String title = SheetWords.title(name);
    int width = WIDTHS.getOrDefault(name, 96);
    Column<Line> column;
    if (sheet.isNumeric(i) && !sheet.rows().isEmpty()) {
      column =
          Column.number(
              name,
              title,
              width,
              (Line line) -> WORDS.cell(name, line.cells().get(i)),
              line -> line.at(i) instanceof Number n ? n.doubleValue() : Double.NaN);
    } else {
      column = Column.text(name, title, width, line -> WORDS.cell(name, line.cells().get(i)));
      if (name.equals("first") || name.equals("last") || name.equals("at")) {
        column = column.orderedBy(Comparator.comparing(line -> String.valueOf(line.at(i))));
      }
    }
    if (name.equals("statement")) {
      column = column.mono();
    }
    return HIDDEN.contains(name) ? column.hidden() : column;
  }
}
