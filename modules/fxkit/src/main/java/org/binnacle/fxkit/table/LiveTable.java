package org.binnacle.fxkit.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
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
  private final LiveView<R> view;
  private final List<Column<R>> columns;
  private final Comparator<R> tie;
  private final Arranger<R> arranger;
  private final ColumnFit<R> fit;
  private final TableMemory<R> memory;
  private final Keeper<R, K> keeper;
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private Consumer<R> open = row -> {};
  private Function<List<R>, List<MenuItem>> menu = rows -> List.of();
  private Node empty = Placeholder.of("mdi2t-table", "Nothing to show", "There are no rows.");
  private @Nullable Comparator<R> before;
  private @Nullable Node filteredAway;
  private @Nullable Runnable clearFilter;
  private int all;
  private long edition;
  private boolean closed;

  /// @param id stable and dotted, such as `sessions`; what is remembered is kept under it
  /// @param key what identifies a row over refreshes; where it is Comparable it breaks ties
  public LiveTable(String id, Function<R, K> key, List<Column<R>> columns, Settings settings) {
    FxThread.check();
    this.columns = List.copyOf(columns);
    view = new LiveView<>(this.columns);
    keeper = new Keeper<>(view, key);
    tie = Orders.tie(key);
    Consumer<Arranged<R>> hop = FxThread.latest(this::accept);
    arranger = new Arranger<>("table " + id, new Want<>(List.of(), r -> true, tie), hop);
    fit = new ColumnFit<>(view);
    memory = new TableMemory<>(id, view, fit, settings);
    view.setId(id);
    // The sheets set it again to fit the letters; scroll can only be kept with a fixed size.
    view.setFixedCellSize(26);
    view.getStyleClass().addAll("live-table", "dense", "striped");
    view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    view.setTableMenuButtonVisible(true);
    view.setItems(FXCollections.observableArrayList());
    this.columns.forEach(column -> view.getColumns().add(TableHeads.column(column, this)));
    LastHead.attach(view);
    fit.begin();
    view.onOpen(row -> open.accept(row));
    view.setSortPolicy(
        table -> {
          arranger.change(want -> new Want<>(want.rows(), want.filter(), order()));
          return true;
        });
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
    FxThread.check();
    view.states(of);
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

  /// An order that comes before that of the headers and that their direction leaves alone, such as
  /// groups with their heads. Rows that it calls equal are sorted by the headers.
  public void sortBefore(Comparator<R> groups) {
    FxThread.check();
    before = groups;
    arranger.change(want -> new Want<>(want.rows(), want.filter(), order()));
  }

  /// The selected rows in the order of the table; changes with the user's selection and when a
  /// selected row has new values or is gone.
  public ReadOnlyObjectProperty<List<R>> selection() {
    return keeper.selection();
  }

  /// Selects the rows with these keys, as far as they are shown.
  public void select(Set<K> wanted) {
    FxThread.check();
    keeper.select(wanted);
  }

  /// Such as `300 of 2,000`.
  public ReadOnlyStringProperty summary() {
    return summary.getReadOnlyProperty();
  }

  /// The rows as they are shown now.
  public List<R> shown() {
    return keeper.shown();
  }

  /// The selected rows, or all that are shown where none is selected.
  public List<R> marked() {
    List<R> selected = selection().get();
    return selected.isEmpty() ? shown() : selected;
  }

  /// Rows as text, with the visible columns in their present order.
  public String text(TableText kind, List<R> rows) {
    return kind.of(view.shownColumns(), rows);
  }

  /// The column under the keyboard's focus.
  public Optional<Column<R>> focusedColumn() {
    TablePosition<R, ?> at = view.focused();
    return Optional.ofNullable(at.getTableColumn()).map(view::column);
  }

  /// Back to the columns of the first start; takes effect at once.
  public void resetColumns() {
    FxThread.check();
    List<TableColumn<R, ?>> ordered = new ArrayList<>();
    for (Column<R> column : columns) {
      for (TableColumn<R, ?> head : view.getColumns()) {
        if (head.getId().equals(column.id())) {
          head.setVisible(column.shown());
          ordered.add(head);
        }
      }
    }
    view.getColumns().setAll(ordered);
    fit.begin();
    fit.fit(shown());
    memory.forget();
  }

  @Override
  public void close() {
    FxThread.check();
    closed = true;
    arranger.close();
    keeper.close();
    view.getItems().clear();
    view.setContextMenu(null);
  }

  List<MenuItem> menuItems() {
    return menu.apply(selection().get());
  }

  void openSelected() {
    if (selection().get().size() == 1) {
      open.accept(selection().get().getFirst());
    }
  }

  private Comparator<R> order() {
    Comparator<R> own = Orders.of(view.getSortOrder(), view::column, tie);
    return before == null ? own : before.thenComparing(own);
  }

  private void accept(Arranged<R> arranged) {
    FxThread.check();
    if (closed) {
      return;
    }
    if (arranged.edition() != edition) {
      edition = arranged.edition();
      keeper.put(arranged.rows());
      fit.fit(arranged.rows());
    }
    all = arranged.all();
    place();
    int shown = shown().size();
    summary.set(all == shown ? "%,d".formatted(all) : "%,d of %,d".formatted(shown, all));
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
