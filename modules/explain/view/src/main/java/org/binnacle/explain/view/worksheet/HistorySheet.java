package org.binnacle.explain.view.worksheet;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.worksheet.RanStatement;
import org.binnacle.explain.worksheet.StatementHistory;
import org.binnacle.fxkit.sheet.Question;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Outcome;

/// The statements that were run from this workstation, searched and taken into a worksheet again.
/// On the FX thread; the store is asked off it.
final class HistorySheet {
  private static final int MOST = 1_000;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final StatementHistory history;
  private final Consumer<String> take;
  private final Questions questions = new Questions("statements that were run");
  private final TextField search = new TextField();
  private final LiveTable<RanStatement, Instant> table;
  private final SqlArea whole = SqlArea.reader().withoutNumbers();
  private final InvalidationListener chosen = seen -> show();

  private HistorySheet(Kit kit, StatementHistory history, Consumer<String> take) {
    this.history = history;
    this.take = take;
    table = new LiveTable<>("worksheet.history", RanStatement::at, columns(), kit.settings());
  }

  /// @param take given the statement that was chosen
  static void open(Node anywhere, Kit kit, StatementHistory history, Consumer<String> take) {
    new HistorySheet(kit, history, take).open(anywhere);
  }

  private static List<Column<RanStatement>> columns() {
    return List.of(
        Column.text("at", "When", 148, (RanStatement ran) -> AT.format(ran.at()))
            .orderedBy(Comparator.comparing(RanStatement::at)),
        Column.text("instance", "Instance", 110, RanStatement::instance).keepEnds(),
        Column.text("database", "Database", 80, RanStatement::database),
        Column.text("outcome", "Outcome", 80, RanStatement::outcome)
            .tip(RanStatement::detail)
            .pill(ran -> ran.outcome().equals("done") ? "" : "orange"),
        Column.number(
            "ms",
            "ms",
            64,
            (RanStatement ran) -> "%,d".formatted(ran.took().toMillis()),
            ran -> ran.took().toMillis()),
        Column.text("sql", "Statement", 420, HistorySheet::line).mono().tip(RanStatement::sql));
  }

  private static String line(RanStatement ran) {
    String line = ran.sql().strip().replaceAll("\\s+", " ");
    return line.length() > 300 ? line.substring(0, 300) + "…" : line;
  }

  private void open(Node anywhere) {
    search.setPromptText("Search in statement, instance and database");
    search.setId("history-search");
    search.textProperty().addListener((seen, was, is) -> ask());
    search.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            table.view().requestFocus();
            table.view().getSelectionModel().selectFirst();
            event.consume();
          }
        });
    table.view().setId("history-table");
    table.sortFirst("at", true);
    table.whenEmpty(
        Placeholder.of(
            "mdi2h-history", "Nothing like that was run", "What a worksheet runs is kept here."));
    table.selection().addListener(chosen);
    table.view().getItems().addListener(chosen);
    FillColumn.attach(table.view(), "sql", 240);
    var split = new SplitPane(table.view(), whole);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.7);
    VBox.setVgrow(split, Priority.ALWAYS);
    var box = new VBox(search, split);
    box.getStyleClass().add("history-sheet");
    box.getStylesheets().add(Themes.css("plan"));
    Sheet sheet = Sheet.titled("Statements that were run").wide().body(box);
    table.onOpen(
        ran -> {
          sheet.close();
          take.accept(ran.sql());
        });
    sheet
        .onClose(this::close)
        .act(
            "Take into the worksheet",
            Sheet.Kind.USUAL,
            now ->
                picked()
                    .ifPresent(
                        ran -> {
                          now.close();
                          take.accept(ran.sql());
                        }))
        .act("Forget all…", Sheet.Kind.OTHER, now -> forget(now, anywhere))
        .open(anywhere);
    ask();
    search.requestFocus();
  }

  /// The selected one, else the first that is shown.
  private Optional<RanStatement> picked() {
    return table.selection().get().stream()
        .findFirst()
        .or(() -> table.shown().stream().findFirst());
  }

  private void show() {
    whole.show(picked().map(RanStatement::sql).orElse(""));
  }

  private void ask() {
    String wanted = search.getText().strip();
    questions.ask(
        () -> history.newest(wanted, MOST),
        outcome -> {
          if (outcome instanceof Outcome.Ok<List<RanStatement>>(List<RanStatement> ran)) {
            table.rows(ran);
          }
        });
  }

  private void forget(Sheet sheet, Node anywhere) {
    sheet.close();
    new Question(
            "Forget all statements",
            "The list of what was run is emptied, for all worksheets of this workstation. The audit"
                + " log stays.",
            "Forget all statements",
            Sheet.Kind.DANGER)
        .ask(
            anywhere,
            () -> {
              var _ = Thread.ofVirtual().name("forget statements").start(history::clear);
            });
  }

  private void close() {
    questions.close();
    table.selection().removeListener(chosen);
    table.view().getItems().removeListener(chosen);
    table.close();
    whole.close();
  }
}
