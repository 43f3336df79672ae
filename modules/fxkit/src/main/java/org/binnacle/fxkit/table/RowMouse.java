package org.binnacle.fxkit.table;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView.TableViewSelectionModel;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Selection by mouse as in every table: a click selects, with the platform's shortcut key it adds
/// or takes off, with Shift it selects a range; a double click opens.
///
/// JavaFX does this in its table cells, which our rows do not have.
final class RowMouse<R> {
  private final LiveRow<R> row;
  private final LiveView<R> view;
  // A press on a selected row selects on release only, so that several rows can be held.
  private boolean late;

  RowMouse(LiveRow<R> row, LiveView<R> view) {
    this.row = row;
    this.view = view;
    row.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    row.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> late = false);
    row.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    row.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  private void pressed(MouseEvent event) {
    late = row.isSelected();
    if (!late) {
      choose(event);
    }
  }

  private void released(MouseEvent event) {
    if (late) {
      late = false;
      choose(event);
    }
  }

  private void clicked(MouseEvent event) {
    R item = row.getItem();
    if (item != null && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      view.open(item);
    }
  }

  private void choose(MouseEvent event) {
    if (row.isEmpty() || event.getButton() == MouseButton.MIDDLE) {
      return;
    }
    if (event.getButton() == MouseButton.SECONDARY && row.isSelected()) {
      return;
    }
    TableViewSelectionModel<R> model = view.getSelectionModel();
    TableColumn<R, ?> head = view.headAt(event.getX());
    int index = row.getIndex();
    if (event.isShiftDown() && event.getButton() == MouseButton.PRIMARY) {
      range(model, RowAnchor.hold(view), index, head);
      return;
    }
    RowAnchor.drop(view);
    if (!event.isShortcutDown()) {
      model.clearAndSelect(index, head);
    } else if (row.isSelected()) {
      model.clearSelection(index, head);
      view.getFocusModel().focus(index, head);
    } else {
      model.select(index, head);
    }
  }

  private void range(
      TableViewSelectionModel<R> model, int from, int to, @Nullable TableColumn<R, ?> head) {
    model.clearSelection();
    model.selectRange(Math.min(from, to), Math.max(from, to) + 1);
    view.getFocusModel().focus(to, head);
  }
}
