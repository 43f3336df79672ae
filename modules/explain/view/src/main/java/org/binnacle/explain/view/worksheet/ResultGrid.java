package org.binnacle.explain.view.worksheet;

import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.worksheet.Head;
import org.binnacle.explain.worksheet.Result;
import org.binnacle.explain.worksheet.Rows;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;

/// One result as a grid over the engine's spool: only the pages in sight are in memory. Sorting and
/// filtering make a view of the result off the FX thread.
final class ResultGrid extends BorderPane implements AutoCloseable {
  /// Columns are as wide as so many rows want.
  private static final int FIRST = 20;

  private final Kit kit;
  private final Result result;
  private final TableView<GridRow> view = new TableView<>();
  private final TextField filter = new TextField();
  private final Label count = new Label();
  private final MessageBar message = new MessageBar();
  private final Questions views = new Questions("sorting a result");
  private final GridHands hands;
  private final RelatedRows related;
  private PagedRows rows;
  private List<Head> heads = List.of();
  private boolean plain = true;
  private long widened;
  private double letters = Themes.USUAL;

  /// @param instances where its rows are from
  ResultGrid(Kit kit, ExplainPanels panels, Result result, List<InstanceRef> instances) {
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
    related = new RelatedRows(kit, panels, instances, view, message, () -> heads);
    hands = new GridHands(kit, this, view, message, () -> heads, () -> rows, related::show);
    view.addEventFilter(KeyEvent.KEY_PRESSED, hands::keys);
    view.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            hands.open();
          }
        });
    view.setContextMenu(hands.menu());
    filter.setPromptText("Rows that hold…");
    filter.setPrefColumnCount(16);
    filter.setOnAction(event -> look());
    filter.getStyleClass().add("result-filter");
    count.getStyleClass().add("muted");
    count.fontProperty().addListener((seen, was, is) -> letters(is.getSize()));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar = new HBox(count, gap, filter, hands.exports());
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
      view.getColumns().setAll(GridColumns.of(result, heads, letters / Themes.USUAL));
    }
    if (widened < FIRST && result.rows() > widened) {
      widened = result.rows();
      GridColumns.widen(view, result, heads, letters / Themes.USUAL);
    }
    if (plain) {
      rows.grow();
    }
    tell();
  }

  /// Columns are as wide in letters as they were.
  private void letters(double now) {
    for (TableColumn<GridRow, ?> column : view.getColumns()) {
      column.setPrefWidth(Math.ceil(column.getWidth() * now / letters));
    }
    letters = now;
  }

  Result result() {
    return result;
  }

  private void tell() {
    long all = result.rows();
    String shown =
        plain ? "%,d rows".formatted(all) : "%,d of %,d rows".formatted(rows.size(), all);
    String wide =
        heads.size() > GridColumns.MOST
            ? ", the first %d of %d columns".formatted(GridColumns.MOST, heads.size())
            : "";
    count.setText((all == 1 && plain ? "1 row" : shown) + wide);
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

  @Override
  public void close() {
    views.close();
    related.close();
    view.setContextMenu(null);
  }
}
