package org.binnacle.diagnosis.view;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.binnacle.testkit.Screen;

/// What a cell of a table tells while the mouse rests on it.
final class CellTip {
  private CellTip() {}

  /// @param words that only this row has
  /// @param column its id
  /// @return empty where the cell tells nothing, or is not on the screen
  static String of(TableView<?> table, String words, String column) {
    return Screen.get(
        () -> {
          for (Node node : table.lookupAll(".live-row")) {
            if (node instanceof TableRow<?> row && String.valueOf(row.getItem()).contains(words)) {
              move(row, MouseEvent.MOUSE_EXITED, -1);
              move(row, MouseEvent.MOUSE_MOVED, middle(table, column));
              return row.getTooltip() == null ? "" : row.getTooltip().getText();
            }
          }
          return "";
        });
  }

  private static double middle(TableView<?> table, String id) {
    double left = 0;
    for (TableColumn<?, ?> column : table.getVisibleLeafColumns()) {
      if (id.equals(column.getId())) {
        return left + column.getWidth() / 2;
      }
      left += column.getWidth();
    }
    throw new AssertionError("no column " + id);
  }

  private static void move(Node node, EventType<MouseEvent> type, double x) {
    node.fireEvent(
        new MouseEvent(
            type,
            x,
            4,
            x,
            4,
            MouseButton.NONE,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            null));
  }
}
