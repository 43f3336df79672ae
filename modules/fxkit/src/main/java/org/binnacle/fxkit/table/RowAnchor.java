package org.binnacle.fxkit.table;

import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;

/// Where a range of rows begins. JavaFX's keyboard handling keeps it among the table's properties
/// under these names (CellBehaviorBase, JavaFX 26), so that Shift+click and Shift+Down agree.
final class RowAnchor {
  private static final String ANCHOR = "anchor";
  private static final String DEFAULT = "isDefaultAnchor";

  private RowAnchor() {}

  /// The row of the anchor; where there is none the focused row becomes it.
  static int hold(TableView<?> view) {
    int known = row(view);
    if (known >= 0) {
      return known;
    }
    TablePosition<?, ?> focus = view.getFocusModel().getFocusedCell();
    int row = Math.max(0, focus.getRow());
    put(view, row);
    return row;
  }

  /// -1 where there is none.
  static int row(TableView<?> view) {
    boolean usual = Boolean.TRUE.equals(view.getProperties().get(DEFAULT));
    return !usual && view.getProperties().get(ANCHOR) instanceof TablePosition<?, ?> at
        ? at.getRow()
        : -1;
  }

  static void put(TableView<?> view, int row) {
    view.getProperties().put(ANCHOR, position(view, row));
    view.getProperties().put(DEFAULT, false);
  }

  private static <R> TablePosition<R, ?> position(TableView<R> view, int row) {
    return new TablePosition<>(view, row, null);
  }

  static void drop(TableView<?> view) {
    view.getProperties().remove(ANCHOR);
    view.getProperties().remove(DEFAULT);
  }
}
