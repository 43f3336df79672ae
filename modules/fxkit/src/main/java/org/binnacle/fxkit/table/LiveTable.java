package org.binnacle.fxkit.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.table.Arranger.Arranged;
import org.binnacle.fxkit.table.Arranger.Want;
import org.binnacle.kernel.Settings;
import org.jspecify.annotations.Nullable;

/// A table whose rows are replaced each second and that keeps selection, focus and scroll by key.
/// Filtering and sorting happen off the FX thread; the screen gets one `setAll` a refresh, and none
/// where nothing changed (figures in the README of this module).
///
/// Columns can be moved, sized, hidden and sorted (Shift+click or the header's menu for a second
/// key); all of that is remembered under `<id>.`. Ctrl+C copies rows as TSV, Ctrl+Shift+C the cell,
/// Enter or a double click opens. Rows must have value equality.
///
/// {@link #rows} and {@link #filter} may be called from any thread, all else on the FX thread.
public final class LiveTable<R, K> implements AutoCloseable {
  private final TableView<R> view = new TableView<>();
  private final Function<R, K> key;
  private final List<Column<R>> columns;
  private final Map<String, Column<R>> byId = new LinkedHashMap<>();
  private final Arranger<R> arranger;
  private final TableMemory<R> memory;
  private final ReadOnlyObjectWrapper<List<R>> selection = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ListChangeListener<R> selected = change -> userSelected();
  private Function<R, Set<PseudoClass>> states = row -> Set.of();
  private Consumer<R> open = row -> {};
  private Function<List<R>, List<MenuItem>> menu = rows -> List.of();
  private Node empty = Placeholder.of("mdi2t-table", "Nothing to show", "There are no rows.");
  private @Nullable Node filteredAway;
  private @Nullable Runnable clearFilter;
  private Set<K> keys = Set.of();
  private List<R> shown = List.of();
  private int all;
  private long edition;
  private boolean refreshing;
  private boolean closed;

  /// @param id stable and dotted, such as `sessions`; what is remembered is kept under it
  /// @param key what identifies a row over refreshes; where it is Comparable it breaks ties
  public LiveTable(String id, Function<R, K> key, List<Column<R>> columns, Settings settings) {
    FxThread.check();
    this.key = key;
    this.columns = List.copyOf(columns);
    this.columns.forEach(column -> byId.put(column.id(), column));
    Consumer<Arranged<R>> hop = FxThread.latest(this::accept);
    arranger = new Arranger<>("table " + id, new Want<>(List.of(), r -> true, tie()), hop);
    memory = new TableMemory<>(id, view, settings);
    view.setId(id);
    // The sheets set it again to fit the letters; scroll can only be kept with a fixed size.
    view.setFixedCellSize(26);
    view.getStyleClass().addAll("live-table", "dense", "striped");
    view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    view.setTableMenuButtonVisible(true);
    view.setItems(FXCollections.observableArrayList());
    this.columns.forEach(column -> view.getColumns().add(TableHeads.column(column, this)));
    view.setRowFactory(table -> new LiveRow<>(row -> states.apply(row), row -> open.accept(row)));
    view.setSortPolicy(
        table -> {
          arranger.change(want -> new Want<>(want.rows(), want.filter(), order()));
          return true;
        });
    view.getSelectionModel().getSelectedItems().addListener(selected);
    memory.attach();
    arranger.change(want -> new Want<>(want.rows(), want.filter(), order()));
    TableKeys.attach(this);
    view.setPlaceholder(empty);
  }

  /// The control, to be placed in a panel.
  public TableView<R> view() {
    return view;
  }

  /// The rows from now on. From any thread.
  public void rows(List<R> rows) {
    List<R> copy = List.copyOf(rows);
    arranger.change(want -> new Want<>(copy, want.filter(), want.order()));
  }

  /// Shows only rows that pass. From any thread.
  public void filter(Predicate<R> filter) {
    arranger.change(want -> new Want<>(want.rows(), filter, want.order()));
  }

  /// What to show where there are no rows at all; see {@link Placeholder}.
  public void whenEmpty(Node placeholder) {
    empty = placeholder;
    place();
  }

  /// The action behind "Clear the filter" where the filter hides every row.
  public void onClearFilter(Runnable action) {
    clearFilter = action;
    filteredAway = null;
    place();
  }

  /// The states that a row bears as pseudo-classes; see {@link org.binnacle.fxkit.theme.States}.
  public void states(Function<R, Set<PseudoClass>> of) {
    states = of;
    view.refresh();
  }

  public void onOpen(Consumer<R> action) {
    open = action;
  }

  /// Items for the context menu of the selected rows, above the copy items.
  public void menu(Function<List<R>, List<MenuItem>> items) {
    menu = items;
  }

  /// The sort of the first start, where none is remembered.
  ///
  /// @param descending whether the greatest comes first
  public void sortFirst(String columnId, boolean descending) {
    FxThread.check();
    if (view.getSortOrder().isEmpty()) {
      sortBy(columnId, descending, false);
    }
  }

  /// Sorts by a column.
  ///
  /// @param then as a further key, behind the present ones
  public void sortBy(String columnId, boolean descending, boolean then) {
    FxThread.check();
    for (TableColumn<R, ?> column : view.getColumns()) {
      if (column.getId().equals(columnId)) {
        column.setSortType(
            descending ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        var order = new ArrayList<>(then ? view.getSortOrder() : List.<TableColumn<R, ?>>of());
        order.remove(column);
        order.add(column);
        view.getSortOrder().setAll(order);
        return;
      }
    }
    throw new IllegalArgumentException(columnId);
  }

  /// The selected rows in the order of the table; changes with the user's selection and when a
  /// selected row has new values or is gone.
  public ReadOnlyObjectProperty<List<R>> selection() {
    return selection.getReadOnlyProperty();
  }

  /// Selects the rows with these keys, as far as they are shown.
  public void select(Set<K> wanted) {
    FxThread.check();
    keys = Set.copyOf(wanted);
    refreshing = true;
    reselect();
    refreshing = false;
    publish();
  }

  /// Such as `300 of 2,000`.
  public ReadOnlyStringProperty summary() {
    return summary.getReadOnlyProperty();
  }

  /// The rows as they are shown now.
  public List<R> shown() {
    return shown;
  }

  /// The selected rows, or all that are shown where none is selected.
  public List<R> marked() {
    return selection.get().isEmpty() ? shown : selection.get();
  }

  /// Rows as text, with the visible columns in their present order.
  public String text(TableText kind, List<R> rows) {
    return kind.of(visibleColumns(), rows);
  }

  /// The column under the keyboard's focus.
  public Optional<Column<R>> focusedColumn() {
    TablePosition<?, ?> at = view.getFocusModel().getFocusedCell();
    return Optional.ofNullable(at.getTableColumn()).map(column -> byId.get(column.getId()));
  }

  /// Back to the columns of the first start; takes effect at once.
  public void resetColumns() {
    FxThread.check();
    List<TableColumn<R, ?>> ordered = new ArrayList<>();
    for (Column<R> column : columns) {
      for (TableColumn<R, ?> head : view.getColumns()) {
        if (head.getId().equals(column.id())) {
          head.setVisible(column.shown());
          head.setPrefWidth(Math.max(head.getMinWidth(), column.width()));
          ordered.add(head);
        }
      }
    }
    view.getColumns().setAll(ordered);
    memory.forget();
  }

  @Override
  public void close() {
    FxThread.check();
    closed = true;
    arranger.close();
    view.getSelectionModel().getSelectedItems().removeListener(selected);
    view.getItems().clear();
    view.setContextMenu(null);
  }

  List<MenuItem> menuItems() {
    return menu.apply(selection.get());
  }

  void openSelected() {
    if (selection.get().size() == 1) {
      open.accept(selection.get().getFirst());
    }
  }

  private List<Column<R>> visibleColumns() {
    return view.getVisibleLeafColumns().stream()
        .map(column -> byId.get(column.getId()))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private Comparator<R> order() {
    Comparator<R> order = null;
    for (TableColumn<R, ?> head : view.getSortOrder()) {
      Column<R> column = byId.get(head.getId());
      if (column != null) {
        Comparator<R> next =
            head.getSortType() == TableColumn.SortType.DESCENDING
                ? column.order().reversed()
                : column.order();
        order = order == null ? next : order.thenComparing(next);
      }
    }
    return order == null ? tie() : order.thenComparing(tie());
  }

  @SuppressWarnings("unchecked")
  private Comparator<R> tie() {
    return (left, right) -> {
      K a = key.apply(left);
      K b = key.apply(right);
      return a instanceof Comparable<?> && a.getClass() == b.getClass()
          ? ((Comparable<Object>) a).compareTo(b)
          : 0;
    };
  }

  private void accept(Arranged<R> arranged) {
    FxThread.check();
    if (closed) {
      return;
    }
    if (arranged.edition() != edition) {
      edition = arranged.edition();
      put(arranged.rows());
    }
    all = arranged.all();
    place();
    summary.set(
        all == shown.size() ? "%,d".formatted(all) : "%,d of %,d".formatted(shown.size(), all));
  }

  private void put(List<R> rows) {
    refreshing = true;
    ScrollAnchor anchor = ScrollAnchor.of(view);
    K top =
        anchor == null || anchor.index() >= shown.size()
            ? null
            : key.apply(shown.get(anchor.index()));
    TablePosition<?, ?> focus = view.getFocusModel().getFocusedCell();
    K focused =
        focus.getRow() < 0 || focus.getRow() >= shown.size()
            ? null
            : key.apply(shown.get(focus.getRow()));
    @SuppressWarnings("unchecked")
    var focusColumn = (TableColumn<R, ?>) focus.getTableColumn();
    view.getSelectionModel().clearSelection();
    shown = rows;
    view.getItems().setAll(rows);
    reselect();
    int focusAt = focused == null ? -1 : indexOf(focused);
    if (focusAt >= 0) {
      view.getFocusModel().focus(focusAt, focusColumn);
    }
    int topAt = top == null ? -1 : indexOf(top);
    if (anchor != null && topAt >= 0) {
      anchor.restore(view, topAt);
    }
    refreshing = false;
    publish();
  }

  private int indexOf(K wanted) {
    for (int i = 0; i < shown.size(); i++) {
      if (key.apply(shown.get(i)).equals(wanted)) {
        return i;
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

  private void place() {
    Node wanted = empty;
    if (all > 0 && clearFilter != null) {
      if (filteredAway == null) {
        filteredAway = filteredAway(clearFilter);
      }
      wanted = filteredAway;
    }
    if (view.getItems().isEmpty() && !wanted.equals(view.getPlaceholder())) {
      view.setPlaceholder(wanted);
    }
  }

  private Node filteredAway(Runnable clear) {
    return Placeholder.of(
        "mdi2f-filter-outline",
        "No row passes the filter",
        "Rows are there, but the filter hides all of them.",
        "Clear the filter",
        clear);
  }
}
