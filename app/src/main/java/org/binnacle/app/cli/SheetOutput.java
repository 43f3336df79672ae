package org.binnacle.app.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.binnacle.review.statistics.Sheet;
import org.binnacle.review.statistics.SheetWords;

/// Tells a sheet as a table for people, as JSON or as CSV.
final class SheetOutput {
  private static final Set<String> WIDE = Set.of("authors", "statement", "project", "author");

  private SheetOutput() {}

  /// @param empty said where there are no rows
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
      String name = sheet.columns().get(i);
      String title = SheetWords.title(name).toUpperCase(Locale.ROOT);
      columns.add(
          sheet.isNumeric(i)
              ? Table.Column.number(title)
              : WIDE.contains(name) ? Table.Column.elastic(title) : Table.Column.text(title));
    }
    var words = new SheetWords(ZoneId.systemDefault());
    var table = new Table(columns.toArray(Table.Column[]::new));
    for (List<Object> row : sheet.rows()) {
      Object[] cells = new Object[row.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = words.cell(sheet.columns().get(i), row.get(i));
      }
      table.row(cells);
    }
    return table;
  }
}
