package org.binnacle.diagnosis.view;

import java.util.Optional;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.binnacle.testkit.Screen;

/// What a cell of a table tells while the mouse rests on it.
final class CellTip {
  private CellTip() {}

  /// @param words that only this row has
  /// @param column its id
  /// @return no words where the cell tells nothing; empty where the row is not on the screen
  static Optional<String> of(TableView<?> table, String words, String column) {
    return Screen.get(
        () -> {
          for (Node node : table.lookupAll(".live-row")) {
            if (node instanceof TableRow<?> row && String.valueOf(row.getItem()).contains(words)) {
              move(row, MouseEvent.MOUSE_EXITED, -1);
              move(row, MouseEvent.MOUSE_MOVED, middle(table, column));
              return Optional.of(row.getTooltip() == null ? "" : row.getTooltip().getText());
            }
          }
          return Optional.empty();
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

  /// Without a source an event is where it is in its scene.
  private static void move(Node node, EventType<MouseEvent> type, double x) {
    Point2D at = node.localToScene(x, 4);
    node.fireEvent(
        new MouseEvent(
            type,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
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
            new PickResult(node, at.getX(), at.getY())));
  }
}
