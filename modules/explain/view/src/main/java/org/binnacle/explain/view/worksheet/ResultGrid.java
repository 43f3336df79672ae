package org.binnacle.explain.view.worksheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.explain.export.ExportForm;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;
import org.binnacle.explain.worksheet.Result;
import org.binnacle.explain.worksheet.Rows;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.jspecify.annotations.Nullable;

/// One result as a grid over the engine's spool: only the pages in sight are in memory. Sorting and
/// filtering make a view of the result off the FX thread.
final class ResultGrid extends BorderPane implements AutoCloseable {
  /// More columns than these make no readable grid, and cost the layout of each.
  private static final int COLUMNS = 200;

  private static final int COPIED = 100_000;
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination COPY_CELL =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private final Kit kit;
  private final Result result;
  private final TableView<GridRow> view = new TableView<>();
  private final TextField filter = new TextField();
  private final Label count = new Label();
  private final MessageBar message = new MessageBar();
  private final Questions views = new Questions("sorting a result");
  private PagedRows rows;
  private List<Head> heads = List.of();
  private boolean plain = true;

  ResultGrid(Kit kit, Result result) {
    this.kit = kit;
    this.result = result;
    rows = new PagedRows(result, this::arrived);
    getStyleClass().add("result-grid");
    view.getStyleClass().addAll("live-table", "dense", "striped");
    view.setFixedCellSize(26);
    view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    view.getSelectionModel().setCellSelectionEnabled(false);
    view.setItems(rows);
    view.setPlaceholder(Placeholder.of("mdi2t-table", "No rows", "The statement gave no rows."));
    view.setSortPolicy(
        table -> {
          look();
          return true;
        });
    view.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    view.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            open();
          }
        });
    view.setContextMenu(menu());
    filter.setPromptText("Rows that hold…");
    filter.setPrefColumnCount(16);
    filter.setOnAction(event -> look());
    filter.getStyleClass().add("result-filter");
    count.getStyleClass().add("muted");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar = new HBox(count, gap, filter, exports());
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("result-bar");
    setTop(new VBox(bar, message));
    setCenter(view);
    grow();
  }

  /// Takes notice of what came since.
  void grow() {
    List<Head> now = result.columns();
    if (!now.equals(heads)) {
      heads = now;
      columns();
    }
    if (plain) {
      rows.grow();
    }
    tell();
  }

  Result result() {
    return result;
  }

  private void tell() {
    long all = result.rows();
    String shown =
        plain ? "%,d rows".formatted(all) : "%,d of %,d rows".formatted(rows.size(), all);
    String wide =
        heads.size() > COLUMNS
            ? ", the first %d of %d columns".formatted(COLUMNS, heads.size())
            : "";
    count.setText((all == 1 && plain ? "1 row" : shown) + wide);
  }

  private void columns() {
    var all = new ArrayList<TableColumn<GridRow, GridRow>>();
    all.add(numbers());
    for (int i = 0; i < Math.min(COLUMNS, heads.size()); i++) {
      all.add(column(i, heads.get(i)));
    }
    view.getColumns().setAll(all);
  }

  private static TableColumn<GridRow, GridRow> numbers() {
    var column = new TableColumn<GridRow, GridRow>("#");
    column.setPrefWidth(56);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(
        any ->
            new TableCell<>() {
              {
                setAlignment(Pos.CENTER_RIGHT);
                getStyleClass().add("row-number");
              }

              @Override
              protected void updateItem(@Nullable GridRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : "%,d".formatted(row.number() + 1));
              }
            });
    return column;
  }

  private TableColumn<GridRow, GridRow> column(int at, Head head) {
    var column = new TableColumn<GridRow, GridRow>();
    var title = new Label(head.label());
    title.setTooltip(
        new Tooltip(
            head.label()
                + "\n"
                + head.type()
                + (head.table().isEmpty()
                    ? ""
                    : "\n" + head.schema() + "." + head.table() + "." + head.name())));
    column.setGraphic(title);
    column.setId("result-" + at);
    column.setUserData(at);
    column.setPrefWidth(width(at, head));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(any -> new ResultCell(at, head.kind()));
    return column;
  }

  /// From the head and the first rows.
  private double width(int at, Head head) {
    int letters = head.label().length() + 2;
    for (var row : result.page(0, 20)) {
      letters = Math.max(letters, at < row.size() ? Math.min(44, row.get(at).shown().length()) : 0);
    }
    return Math.clamp(letters * 7.4 + 20, 64, 330);
  }

  private void arrived() {
    view.refresh();
  }

  /// Sorts and filters as the head and the field say.
  private void look() {
    OptionalInt by = OptionalInt.empty();
    boolean descending = false;
    if (!view.getSortOrder().isEmpty()) {
      TableColumn<GridRow, ?> first = view.getSortOrder().getFirst();
      if (first.getUserData() instanceof Integer at) {
        by = OptionalInt.of(at);
        descending = first.getSortType() == TableColumn.SortType.DESCENDING;
      }
    }
    String wanted = filter.getText().strip();
    message.clear();
    if (wanted.isEmpty() && by.isEmpty()) {
      views.drop();
      plain = true;
      show(result);
      return;
    }
    OptionalInt column = by;
    boolean down = descending;
    count.setText("Reading %,d rows…".formatted(result.rows()));
    var cancel = new Cancel();
    views.ask(
        () -> result.view(wanted, column, down, cancel),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Rows> ok -> {
              plain = false;
              show(ok.value());
            }
            case Outcome.Failed<Rows> failed -> {
              message.show(failed.fault(), kit.words());
              tell();
            }
          }
        });
  }

  private void show(Rows shown) {
    view.getSelectionModel().clearSelection();
    rows = new PagedRows(shown, this::arrived);
    rows.grow();
    view.setItems(rows);
    tell();
  }

  private void keys(KeyEvent event) {
    if (COPY_CELL.match(event)) {
      copyCell();
      event.consume();
    } else if (COPY.match(event)) {
      copyTabbed(false);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      open();
      event.consume();
    }
  }

  private ContextMenu menu() {
    return new ContextMenu(
        item("Show the value   (Enter)", this::open),
        item("Copy the value   (Ctrl+Shift+C)", this::copyCell),
        new SeparatorMenuItem(),
        item("Copy rows   (Ctrl+C)", () -> copyTabbed(false)),
        item("Copy rows with the head", () -> copyTabbed(true)),
        item("Copy rows as CSV", () -> copy(ExportForm.CSV)),
        item("Copy rows as JSON", () -> copy(ExportForm.JSON)),
        item("Copy rows as INSERT", () -> copy(ExportForm.INSERT)),
        item("Copy rows as Markdown", () -> copy(ExportForm.MARKDOWN)));
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private int focusedColumn() {
    TablePosition<?, ?> at = view.getFocusModel().getFocusedCell();
    return at.getTableColumn() != null && at.getTableColumn().getUserData() instanceof Integer one
        ? one
        : 0;
  }

  private void open() {
    int row = view.getSelectionModel().getSelectedIndex();
    if (row >= 0 && !heads.isEmpty()) {
      CellSheet.open(this, heads, rows.whole(row), focusedColumn());
    }
  }

  private void copyCell() {
    int row = view.getSelectionModel().getSelectedIndex();
    if (row >= 0) {
      put(CellSheet.text(rows.whole(row).cell(focusedColumn())));
    }
  }

  private void copy(ExportForm form) {
    List<List<Cell>> picked = picked();
    put(RowFiles.text(form, heads, picked));
    copied(picked.size());
  }

  private void copyTabbed(boolean head) {
    List<List<Cell>> picked = picked();
    put(RowFiles.tabbed(heads, picked, head));
    copied(picked.size());
  }

  /// The selected rows, at most {@link #COPIED}.
  private List<List<Cell>> picked() {
    return view.getSelectionModel().getSelectedIndices().stream()
        .limit(COPIED)
        .map(row -> rows.whole(row).cells())
        .toList();
  }

  private void copied(int many) {
    Toasts.show(this, Severity.OK, many == 1 ? "1 row copied." : many + " rows copied.");
  }

  private static void put(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private Node exports() {
    var menu = new MenuButton("Export", Icons.of("mdi2e-export"));
    menu.getStyleClass().add("result-export");
    for (ExportForm form : ExportForm.values()) {
      menu.getItems().add(item(form.name() + "…", () -> export(form)));
    }
    return menu;
  }

  private void export(ExportForm form) {
    Rows all = rows.rows();
    Optional<Path> file =
        kit.choosers()
            .save(
                getScene().getWindow(),
                "Export %,d rows".formatted(all.rows()),
                "result." + form.extension(),
                List.of(
                    Choosers.Kind.of(
                        form.extension().toUpperCase(Locale.ROOT), "*." + form.extension())));
    file.ifPresent(
        to ->
            kit.tasks()
                .<Path>start(
                    "Export %,d rows to %s".formatted(all.rows(), to.getFileName()),
                    (progress, cancel) -> {
                      RowFiles.write(form, all, to, progress, cancel);
                      return to;
                    },
                    outcome -> {
                      switch (outcome) {
                        case Outcome.Ok<Path> ok ->
                            Toasts.show(this, Severity.OK, "Written: " + ok.value());
                        case Outcome.Failed<Path> failed ->
                            message.show(failed.fault(), kit.words());
                      }
                    }));
  }

  @Override
  public void close() {
    views.close();
    view.setContextMenu(null);
  }
}
