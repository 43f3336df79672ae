package org.binnacle.fxkit.table;

import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Marks the last visible column: the menu of columns stands over the end of its heading, which
/// keeps room for it. Not the sheets' `:last-visible`: the look of a last one stays where another
/// comes behind it.
public final class LastHead {
  /// px that the menu takes, with letters of the usual size.
  static final double MENU = 28;

  /// What the sheets give its heading at the right more than others, in em.
  static final double ASIDE_EM = 2.1;

  private static final String LOOK = "beside-menu";

  private LastHead() {}

  /// Marks it now and whenever another is the last.
  public static <R> void attach(TableView<R> view) {
    view.getVisibleLeafColumns()
        .addListener((ListChangeListener<TableColumn<R, ?>>) change -> mark(view));
    mark(view);
  }

  private static <R> void mark(TableView<R> view) {
    for (TableColumn<R, ?> column : view.getColumns()) {
      boolean last = is(view, column);
      if (last != column.getStyleClass().contains(LOOK)) {
        if (last) {
          column.getStyleClass().add(LOOK);
        } else {
          column.getStyleClass().remove(LOOK);
        }
      }
    }
  }

  /// Whether a column is the last that is shown.
  static <R> boolean is(TableView<R> view, TableColumn<R, ?> column) {
    var shown = view.getVisibleLeafColumns();
    return !shown.isEmpty() && shown.getLast().equals(column);
  }
}
