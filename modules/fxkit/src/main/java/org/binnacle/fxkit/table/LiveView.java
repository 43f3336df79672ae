package org.binnacle.fxkit.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The control of a {@link LiveTable}: JavaFX's header, scrolling, selection and keyboard, with
/// rows that draw themselves.
final class LiveView<R> extends TableView<R> {
  private final Map<String, Column<R>> byId = new LinkedHashMap<>();
  private final LookBook looks = new LookBook(this::redraw);
  private Function<R, Set<PseudoClass>> states = row -> Set.of();
  private Consumer<R> open = row -> {};
  private Runnable onLooks = () -> {};

  LiveView(List<Column<R>> columns) {
    columns.forEach(column -> byId.put(column.id(), column));
    setRowFactory(table -> new LiveRow<>(this));
  }

  LookBook looks() {
    // Late, since the skin clears the children when it comes.
    if (looks.getParent() == null) {
      getChildren().add(looks);
    }
    return looks;
  }

  Column<R> column(TableColumn<R, ?> head) {
    return Objects.requireNonNull(byId.get(head.getId()), head.getId());
  }

  /// In the order of the screen.
  List<Column<R>> shownColumns() {
    return getVisibleLeafColumns().stream().map(this::column).toList();
  }

  /// The column at a place of a row, px from the row's left; null right of the last.
  @Nullable TableColumn<R, ?> headAt(double x) {
    double right = 0;
    for (TableColumn<R, ?> head : getVisibleLeafColumns()) {
      right += snapSizeX(head.getWidth());
      if (x < right) {
        return head;
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked")
  TablePosition<R, ?> focused() {
    return (TablePosition<R, ?>) getFocusModel().getFocusedCell();
  }

  Function<R, Set<PseudoClass>> states() {
    return states;
  }

  void states(Function<R, Set<PseudoClass>> of) {
    states = of;
    refresh();
  }

  void onOpen(Consumer<R> action) {
    open = action;
  }

  void open(R row) {
    open.accept(row);
  }

  /// Told when the sheets give rows another look, such as other letters.
  void onLooks(Runnable told) {
    onLooks = told;
  }

  private void redraw() {
    onLooks.run();
    for (Node row : lookupAll(".live-row")) {
      if (row instanceof LiveRow<?> live) {
        live.requestLayout();
      }
    }
  }
}
