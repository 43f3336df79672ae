package org.binnacle.explain.view.worksheet;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.binnacle.explain.worksheet.Head;
import org.binnacle.explain.worksheet.Result;
import org.jspecify.annotations.Nullable;

/// The columns of a result's grid: the row's number, then one for each of the result's.
final class GridColumns {
  /// More columns than these make no readable grid, and cost the layout of each.
  static final int MOST = 200;

  private GridColumns() {}

  /// @param scale how much larger letters are than usual
  static List<TableColumn<GridRow, GridRow>> of(Result result, List<Head> heads, double scale) {
    var all = new ArrayList<TableColumn<GridRow, GridRow>>();
    all.add(numbers(scale));
    for (int i = 0; i < Math.min(MOST, heads.size()); i++) {
      all.add(column(result, i, heads.get(i), scale));
    }
    return all;
  }

  private static TableColumn<GridRow, GridRow> numbers(double scale) {
    var column = new TableColumn<GridRow, GridRow>("#");
    column.setPrefWidth(56 * scale);
    column.getStyleClass().add("numeric");
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(
        any ->
            new TableCell<>() {
              {
                setAlignment(Pos.CENTER_RIGHT);
                getStyleClass().add("row-number");
              }

              @Override
              protected void updateItem(@Nullable GridRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : "%,d".formatted(row.number() + 1));
              }
            });
    return column;
  }

  private static TableColumn<GridRow, GridRow> column(
      Result result, int at, Head head, double scale) {
    var column = new TableColumn<GridRow, GridRow>();
    var title = new Label(head.label());
    title.setTooltip(
        new Tooltip(
            head.label()
                + "\n"
                + head.type()
                + (head.table().isEmpty()
                    ? ""
                    : "\n" + head.schema() + "." + head.table() + "." + head.name())));
    column.setGraphic(title);
    column.setId("result-" + at);
    column.setUserData(at);
    if (head.kind() == Head.Kind.NUMBER) {
      column.getStyleClass().add("numeric");
    }
    column.setPrefWidth(scale * width(result, at, head));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(any -> new ResultCell(at, head.kind()));
    return column;
  }

  /// Widens columns for the first rows, which come after the heads.
  static void widen(TableView<GridRow> view, Result result, List<Head> heads, double scale) {
    for (TableColumn<GridRow, ?> column : view.getColumns()) {
      if (column.getUserData() instanceof Integer at && at < heads.size()) {
        double wide = scale * width(result, at, heads.get(at));
        column.setPrefWidth(Math.max(column.getPrefWidth(), wide));
      }
    }
  }

  /// From the head and the first rows.
  private static double width(Result result, int at, Head head) {
    int letters = head.label().length() + 2;
    for (var row : result.page(0, 20)) {
      letters = Math.max(letters, at < row.size() ? Math.min(44, row.get(at).shown().length()) : 0);
    }
    return Math.clamp(letters * 7.4 + 20, 64, 330);
  }
}
