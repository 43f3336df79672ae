package org.binnacle.fxkit.table;

import javafx.beans.InvalidationListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Gives one column what the others leave of the table's width, so that the text that matters is on
/// the screen without scrolling. Follows the table's width, the choice of columns and their widths;
/// a width that the user drags stands until then.
public final class FillColumn {
  private static final double SCROLL_BAR = 18;
  private static final String FILLS = "binnacle.fills";

  private FillColumn() {}

  /// @param least px, however narrow the table is
  public static void attach(TableView<?> view, String columnId, double least) {
    InvalidationListener fit = change -> fit(view, columnId, least);
    view.widthProperty().addListener(fit);
    view.getVisibleLeafColumns().addListener(fit);
    for (TableColumn<?, ?> column : view.getColumns()) {
      if (column.getId().equals(columnId)) {
        column.getProperties().put(FILLS, true);
      } else {
        column.widthProperty().addListener(fit);
      }
    }
  }

  static boolean fills(TableColumn<?, ?> column) {
    return column.hasProperties() && column.getProperties().containsKey(FILLS);
  }

  private static void fit(TableView<?> view, String columnId, double least) {
    double others = 0;
    TableColumn<?, ?> fill = null;
    for (TableColumn<?, ?> column : view.getVisibleLeafColumns()) {
      if (column.getId().equals(columnId)) {
        fill = column;
      } else {
        others += column.getWidth();
      }
    }
    if (fill != null && view.getWidth() > 0) {
      fill.setPrefWidth(Math.max(least, view.getWidth() - others - SCROLL_BAR));
    }
  }
}
