package org.binnacle.inventory.view;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.binnacle.inventory.exchange.Proposal;

/// The preview of an import: what each connection of the file would do, with a check box.
final class ImportTable {

  /// A line; only those that change something can be chosen.
  static final class Line {
    final Proposal proposal;
    final BooleanProperty chosen = new SimpleBooleanProperty();

    Line(Proposal proposal) {
      this.proposal = proposal;
    }
  }

  private final TableView<Line> table = new TableView<>();
  private final IntegerProperty chosen = new SimpleIntegerProperty();

  /// @param enter what Enter does, which the table would take for itself
  ImportTable(Runnable enter) {
    table.setId("import-table");
    table.getStyleClass().add("live-table");
    table.setEditable(true);
    table.setPlaceholder(new Label("Choose a file to see what it would bring."));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    var check = new TableColumn<Line, Boolean>("");
    check.setCellValueFactory(cell -> cell.getValue().chosen);
    check.setCellFactory(CheckBoxTableCell.forTableColumn(check));
    check.setMinWidth(36);
    check.setMaxWidth(36);
    check.setSortable(false);
    table.getColumns().add(check);
    column("Result", 90, line -> words(line.proposal.kind()));
    column("Name", 150, line -> line.proposal.instance().name());
    column("Address", 170, line -> line.proposal.instance().address());
    column("User", 80, line -> line.proposal.instance().user());
    column("What changes", 220, line -> String.join("; ", line.proposal.reasons()));
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          Line line = table.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.SPACE && line != null) {
            line.chosen.set(!line.chosen.get());
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER && chosen.get() > 0) {
            enter.run();
            event.consume();
          }
        });
  }

  TableView<Line> view() {
    return table;
  }

  /// How many lines are chosen.
  ReadOnlyIntegerProperty chosenCount() {
    return chosen;
  }

  void show(List<Proposal> proposals) {
    var lines = proposals.stream().map(Line::new).toList();
    for (Line line : lines) {
      line.chosen.set(line.proposal.changes());
      line.chosen.addListener(
          (seen, was, is) -> {
            if (is && !line.proposal.changes()) {
              line.chosen.set(false);
            }
            count();
          });
    }
    table.getItems().setAll(lines);
    table.getSelectionModel().clearAndSelect(0);
    count();
  }

  List<Proposal> chosen() {
    return table.getItems().stream()
        .filter(line -> line.chosen.get())
        .map(line -> line.proposal)
        .toList();
  }

  private void count() {
    chosen.set(chosen().size());
  }

  static String words(Proposal.Kind kind) {
    return switch (kind) {
      case NEW -> "+ new";
      case CHANGED -> "~ changed";
      case SAME -> "= same";
      case CONFLICTING -> "! conflict";
    };
  }

  private void column(String title, double width, Function<Line, String> text) {
    var column = new TableColumn<Line, String>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new SimpleStringProperty(text.apply(cell.getValue())));
    column.setId("import-" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
    if (width < 100) {
      column.setMaxWidth(width);
    }
    table.getColumns().add(column);
  }
}
