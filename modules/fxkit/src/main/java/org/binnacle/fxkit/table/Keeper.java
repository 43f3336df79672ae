package org.binnacle.fxkit.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import org.jspecify.annotations.Nullable;

/// Replaces a table's rows and keeps what the user has put on them by key: the selection, the
/// focus, the beginning of a range and the row at the top.
final class Keeper<R, K> implements AutoCloseable {
  private final LiveView<R> view;
  private final Function<R, K> key;
  private final ReadOnlyObjectWrapper<List<R>> selection = new ReadOnlyObjectWrapper<>(List.of());
  private final ListChangeListener<R> selected = change -> userSelected();
  private Set<K> keys = Set.of();
  private List<R> shown = List.of();
  private boolean refreshing;

  Keeper(LiveView<R> view, Function<R, K> key) {
    this.view = view;
    this.key = key;
    view.getSelectionModel().getSelectedItems().addListener(selected);
  }

  List<R> shown() {
    return shown;
  }

  ReadOnlyObjectProperty<List<R>> selection() {
    return selection.getReadOnlyProperty();
  }

  void put(List<R> rows) {
    refreshing = true;
    ScrollAnchor anchor = ScrollAnchor.of(view);
    K top = anchor == null ? null : keyAt(anchor.index());
    TablePosition<?, ?> focus = view.getFocusModel().getFocusedCell();
    K focused = keyAt(focus.getRow());
    K ranged = keyAt(RowAnchor.row(view));
    @SuppressWarnings("unchecked")
    var focusColumn = (TableColumn<R, ?>) focus.getTableColumn();
    view.getSelectionModel().clearSelection();
    shown = rows;
    view.getItems().setAll(rows);
    reselect();
    int focusAt = indexOf(focused);
    if (focusAt >= 0) {
      view.getFocusModel().focus(focusAt, focusColumn);
    }
    int rangeAt = indexOf(ranged);
    if (rangeAt >= 0) {
      RowAnchor.put(view, rangeAt);
    } else {
      RowAnchor.drop(view);
    }
    int topAt = indexOf(top);
    if (anchor != null && topAt >= 0) {
      anchor.restore(view, topAt);
    }
    refreshing = false;
    publish();
  }

  void select(Set<K> wanted) {
    keys = Set.copyOf(wanted);
    refreshing = true;
    reselect();
    refreshing = false;
    publish();
  }

  private @Nullable K keyAt(int row) {
    return row < 0 || row >= shown.size() ? null : key.apply(shown.get(row));
  }

  private int indexOf(@Nullable K wanted) {
    if (wanted != null) {
      for (int i = 0; i < shown.size(); i++) {
        if (key.apply(shown.get(i)).equals(wanted)) {
          return i;
        }
      }
    }
    return -1;
  }

  private void reselect() {
    view.getSelectionModel().clearSelection();
    if (keys.isEmpty()) {
      return;
    }
    var found = new ArrayList<Integer>();
    for (int i = 0; i < shown.size(); i++) {
      if (keys.contains(key.apply(shown.get(i)))) {
        found.add(i);
      }
    }
    if (!found.isEmpty()) {
      int[] rest = found.stream().skip(1).mapToInt(Integer::intValue).toArray();
      view.getSelectionModel().selectIndices(found.getFirst(), rest);
    }
  }

  private void userSelected() {
    if (refreshing) {
      return;
    }
    var now = new HashSet<K>();
    for (R row : view.getSelectionModel().getSelectedItems()) {
      if (row != null) {
        now.add(key.apply(row));
      }
    }
    keys = now;
    publish();
  }

  private void publish() {
    List<R> rows =
        keys.isEmpty()
            ? List.of()
            : shown.stream().filter(row -> keys.contains(key.apply(row))).toList();
    keys = rows.isEmpty() ? Set.of() : keys;
    if (!rows.equals(selection.get())) {
      selection.set(rows);
    }
  }

  @Override
  public void close() {
    view.getSelectionModel().getSelectedItems().removeListener(selected);
  }
}
