package org.binnacle.diagnosis.view.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.kernel.Settings;

/// A recorded table: sorted, filtered, copied as live ones are; nothing in it can be acted on.
final class GridTable extends BorderPane implements AutoCloseable {
  private static final Set<String> SQL =
      Set.of("sql", "last_sql", "query", "statement", "sample_sql", "plan");
  private final LiveTable<Row, Integer> table;

  /// One row with its place in the grid.
  record Row(int index, List<String> cells) {
    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  /// @param id under which its columns are remembered
  GridTable(String id, String name, Grid grid, Settings settings) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < grid.size(); i++) {
      rows.add(new Row(i, grid.rows().get(i)));
    }
    table = new LiveTable<>(id, Row::index, columns(grid), settings);
    table.whenEmpty(
        Placeholder.of("mdi2t-table-off", "Nothing here", "This part was recorded and is empty."));
    table.rows(List.copyOf(rows));
    var filter = new TextField();
    filter.setPromptText("Filter " + name);
    filter.textProperty().addListener((seen, was, is) -> table.filter(row -> fits(row, is)));
    table.onClearFilter(filter::clear);
    HBox.setHgrow(filter, Priority.ALWAYS);
    var count =
        new Label(
            "%,d %s%s"
                .formatted(
                    grid.size(), grid.size() == 1 ? "row" : "rows", grid.cut() ? ", cut" : ""));
    count.getStyleClass().add("muted");
    var bar = new HBox(filter, count);
    bar.getStyleClass().add("session-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    setTop(bar);
    setCenter(table.view());
  }

  private static boolean fits(Row row, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        || row.cells().stream().anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static List<Column<Row>> columns(Grid grid) {
    var columns = new ArrayList<Column<Row>>();
    for (int i = 0; i < grid.columns().size(); i++) {
      columns.add(column(grid, i));
    }
    return columns;
  }

  private static Column<Row> column(Grid grid, int at) {
    String name = grid.columns().get(at);
    boolean filled = grid.rows().stream().anyMatch(row -> !row.get(at).isEmpty());
    boolean numeric =
        filled
            && grid.rows().stream().allMatch(row -> row.get(at).isEmpty() || number(row.get(at)));
    boolean span = numeric && name.endsWith("_us");
    String head = span ? name.substring(0, name.length() - 3) : name;
    Column<Row> column =
        numeric
            ? Column.number(
                name + at,
                head,
                Math.max(64, head.length() * 8 + 18),
                (Row row) -> span ? span(row.cell(at)) : row.cell(at),
                (Row row) -> value(row.cell(at)))
            : Column.text(name + at, head, width(grid, at), (Row row) -> oneLine(row.cell(at)));
    if (SQL.contains(name.toLowerCase(Locale.ROOT))) {
      column = column.mono();
    }
    Column<Row> tipped = column.tip(row -> row.cell(at));
    return filled || grid.isEmpty() ? tipped : tipped.hidden();
  }

  private static int width(Grid grid, int at) {
    int longest =
        grid.rows().stream()
            .limit(200)
            .map(row -> row.get(at).length())
            .max(Comparator.naturalOrder())
            .orElse(8);
    return Math.clamp(Math.max(longest, grid.columns().get(at).length()) * 7L + 16, 60, 460);
  }

  private static String oneLine(String text) {
    return text.indexOf('\n') < 0 ? text : text.replaceAll("\\s+", " ");
  }

  private static boolean number(String text) {
    return text.matches("[-+]?[0-9]{1,18}(\\.[0-9]+)?");
  }

  private static double value(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  private static String span(String text) {
    return text.isEmpty() ? "" : Span.words((long) Double.parseDouble(text));
  }

  /// Tells the row that is selected.
  void onPicked(Consumer<List<String>> picked) {
    table
        .selection()
        .addListener(
            change ->
                table.selection().get().stream()
                    .findFirst()
                    .ifPresent(row -> picked.accept(row.cells())));
  }

  @Override
  public void close() {
    table.close();
  }
}
