package org.binnacle.diagnosis.incident.step;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.Session;

/// Reads whatever a statement answers as a table of texts.
final class Ask {
  private static final int CELL = 64 * 1024;

  private Ask() {}

  static Grid grid(Session session, String sql, Object... arguments) {
    var columns = new ArrayList<String>();
    List<List<String>> rows =
        session.query(
            sql,
            row -> {
              if (columns.isEmpty()) {
                columns.addAll(row.columns());
              }
              return cells(row, columns);
            },
            arguments);
    return Grid.of(columns, rows);
  }

  private static List<String> cells(Row row, List<String> columns) {
    var cells = new ArrayList<String>(columns.size());
    for (String column : columns) {
      String text = row.text(column, "");
      cells.add(text.length() > CELL ? text.substring(0, CELL) + "..." : text);
    }
    return cells;
  }
}
