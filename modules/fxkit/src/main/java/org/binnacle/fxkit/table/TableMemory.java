package org.binnacle.fxkit.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.Settings;

/// Remembers order, width and visibility of columns and the sort under `<id>.columns` and
/// `<id>.sort`: `host:180:1,user:-:0` and `time:-,id:+`. Only widths that the user gave are kept.
final class TableMemory<R> {
  private final TableView<R> table;
  private final ColumnFit<R> fit;
  private final Settings settings;
  private final String columnsKey;
  private final String sortKey;
  private final InvalidationListener changed = seen -> saveSoon();
  private boolean waiting;

  TableMemory(String id, TableView<R> table, ColumnFit<R> fit, Settings settings) {
    this.table = table;
    this.fit = fit;
    this.settings = settings;
    this.columnsKey = id + ".columns";
    this.sortKey = id + ".sort";
  }

  /// Puts back what was remembered, then remembers what changes.
  void attach() {
    settings.get(columnsKey).ifPresent(this::restoreColumns);
    settings.get(sortKey).ifPresent(this::restoreSort);
    table.getColumns().addListener(changed);
    table.getSortOrder().addListener(changed);
    for (TableColumn<R, ?> column : table.getColumns()) {
      column.widthProperty().addListener(changed);
      column.visibleProperty().addListener(changed);
      column.sortTypeProperty().addListener(changed);
    }
  }

  void forget() {
    settings.remove(columnsKey);
    settings.remove(sortKey);
  }

  private void restoreColumns(String text) {
    List<TableColumn<R, ?>> ordered = new ArrayList<>();
    for (String part : text.split(",")) {
      String[] fields = part.split(":");
      find(fields[0])
          .filter(column -> !ordered.contains(column))
          .ifPresent(
              column -> {
                ordered.add(column);
                if (fields.length == 3 && fields[1].matches("-|\\d{1,5}")) {
                  column.setVisible(fields[2].equals("1"));
                  if (!fields[1].equals("-")) {
                    column.setPrefWidth(
                        Math.max(column.getMinWidth(), Integer.parseInt(fields[1])));
                  }
                }
              });
    }
    // Columns that came with a newer version keep their place beside their left neighbour.
    List<TableColumn<R, ?>> all = List.copyOf(table.getColumns());
    for (int i = 0; i < all.size(); i++) {
      if (!ordered.contains(all.get(i))) {
        ordered.add(i == 0 ? 0 : ordered.indexOf(all.get(i - 1)) + 1, all.get(i));
      }
    }
    table.getColumns().setAll(ordered);
  }

  private void restoreSort(String text) {
    List<TableColumn<R, ?>> order = new ArrayList<>();
    for (String part : text.split(",")) {
      int colon = part.lastIndexOf(':');
      if (colon > 0) {
        find(part.substring(0, colon))
            .ifPresent(
                column -> {
                  column.setSortType(part.endsWith("-") ? SortType.DESCENDING : SortType.ASCENDING);
                  order.add(column);
                });
      }
    }
    table.getSortOrder().setAll(order);
  }

  private Optional<TableColumn<R, ?>> find(String id) {
    for (TableColumn<R, ?> column : table.getColumns()) {
      if (column.getId().equals(id)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  private void saveSoon() {
    if (!waiting) {
      waiting = true;
      FxThread.later(this::save);
    }
  }

  private void save() {
    waiting = false;
    settings.put(
        columnsKey,
        table.getColumns().stream()
            .map(c -> c.getId() + ":" + width(c) + ":" + (c.isVisible() ? 1 : 0))
            .collect(Collectors.joining(",")));
    settings.put(
        sortKey,
        table.getSortOrder().stream()
            .map(c -> c.getId() + ":" + (c.getSortType() == SortType.DESCENDING ? "-" : "+"))
            .collect(Collectors.joining(",")));
  }

  private String width(TableColumn<R, ?> column) {
    boolean own = fit.isOurs(column) || FillColumn.fills(column);
    return own ? "-" : Long.toString(Math.round(column.getWidth()));
  }
}
