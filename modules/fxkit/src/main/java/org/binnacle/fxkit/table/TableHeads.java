package org.binnacle.fxkit.table;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// Makes the table's own columns: as narrow as their label and the sort arrow allow, with a menu on
/// the header.
final class TableHeads {
  /// Padding left and right.
  private static final double SIDES = 20;

  /// The sort arrow with its mark of rank.
  private static final double ARROW = 18;

  private TableHeads() {}

  static <R> TableColumn<R, R> column(Column<R> column, LiveTable<R, ?> table) {
    var head = new TableColumn<R, R>(column.title());
    head.setId(column.id());
    head.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    head.setCellFactory(made -> new LiveCell<>(column));
    head.setComparator(column.order());
    head.setMinWidth(least(column.title(), false));
    head.setPrefWidth(Math.max(head.getMinWidth(), column.width()));
    head.setVisible(column.shown());
    if (column.look().numeric()) {
      head.getStyleClass().add("numeric");
      head.setSortType(TableColumn.SortType.DESCENDING);
    }
    head.setContextMenu(menu(column, table, head));
    return head;
  }

  /// px that a header needs for its label.
  static double least(String title, boolean sorted) {
    var text = new Text(title);
    text.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 13));
    return Math.ceil(text.getLayoutBounds().getWidth()) + SIDES + (sorted ? ARROW : 0);
  }

  private static <R> ContextMenu menu(
      Column<R> column, LiveTable<R, ?> table, TableColumn<R, R> head) {
    String id = column.id();
    return new ContextMenu(
        item("Sort, smallest first", () -> table.sortBy(id, false, false)),
        item("Sort, greatest first", () -> table.sortBy(id, true, false)),
        item("Then by this, smallest first", () -> table.sortBy(id, false, true)),
        item("Then by this, greatest first", () -> table.sortBy(id, true, true)),
        new SeparatorMenuItem(),
        item("Hide " + column.title(), () -> head.setVisible(false)),
        item("Columns of the first start", table::resetColumns));
  }

  static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setOnAction(event -> action.run());
    return item;
  }
}
