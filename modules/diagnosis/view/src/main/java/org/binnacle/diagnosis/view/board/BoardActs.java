package org.binnacle.diagnosis.view.board;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.binnacle.diagnosis.health.Finding;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.incident.CaptureSheet;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.TableText;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// What can be done with rows of the board.
final class BoardActs {
  private static final Map<String, Duration> LENGTHS = new LinkedHashMap<>();

  static {
    LENGTHS.put("10 minutes", Duration.ofMinutes(10));
    LENGTHS.put("1 hour", Duration.ofHours(1));
    LENGTHS.put("8 hours", Duration.ofHours(8));
    LENGTHS.put("3 days", Duration.ofDays(3));
  }

  private final Kit kit;
  private final BoardModel model;
  private final LiveTable<BoardRow, String> table;
  private final Consumer<InstanceRef> open;

  BoardActs(
      Kit kit, BoardModel model, LiveTable<BoardRow, String> table, Consumer<InstanceRef> open) {
    this.kit = kit;
    this.model = model;
    this.table = table;
    this.open = open;
  }

  List<MenuItem> menu(List<BoardRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    var items = new ArrayList<MenuItem>();
    if (rows.size() == 1) {
      items.add(item("Open sessions   (Enter)", this::open));
      var terms = new Menu("Acknowledge   (a)");
      terms.getItems().addAll(terms(rows.getFirst()));
      terms.setDisable(terms.getItems().isEmpty());
      items.add(terms);
    }
    items.add(item("Capture an incident   (I)", this::capture));
    items.add(item("Try again now   (r)", this::retry));
    items.add(item("Export rows...   (x)", this::export));
    return items;
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private Optional<BoardRow> one() {
    List<BoardRow> rows = table.selection().get();
    return rows.size() == 1 ? Optional.of(rows.getFirst()) : Optional.empty();
  }

  void open() {
    one().ifPresent(row -> open.accept(row.beat().instance()));
  }

  /// Records what the selected instances do, at once.
  void capture() {
    List<InstanceRef> instances =
        table.selection().get().stream().map(row -> row.beat().instance()).toList();
    if (instances.isEmpty()) {
      Toasts.show(table.view(), Severity.NOTICE, "Select the instances to capture first");
    } else {
      CaptureSheet.open(kit, instances, table.view());
    }
  }

  void retry() {
    table.selection().get().forEach(row -> model.retry(row.beat().instance()));
  }

  /// A menu of the terms of the selected instance, each with lengths of time.
  void acknowledge() {
    Optional<BoardRow> row = one();
    if (row.isEmpty() || row.get().beat().health().findings().isEmpty()) {
      Toasts.show(
          table.view(), Severity.NOTICE, "Select an instance with something to acknowledge first");
      return;
    }
    var menu = new ContextMenu();
    menu.getItems().addAll(terms(row.get()));
    Bounds place = table.view().localToScreen(table.view().getBoundsInLocal());
    menu.show(table.view(), place.getMinX() + 160, place.getMinY() + 60);
  }

  private List<MenuItem> terms(BoardRow row) {
    InstanceRef instance = row.beat().instance();
    var items = new ArrayList<MenuItem>();
    for (Finding finding : row.beat().health().findings()) {
      if (finding.silenced()) {
        items.add(
            item(
                "Count again: " + finding.words(),
                () -> {
                  model.lift(instance, finding.term());
                  told(finding.term() + " of " + instance.name() + " counts again");
                }));
        continue;
      }
      var lengths = new Menu(finding.words());
      lengths.setMnemonicParsing(false);
      LENGTHS.forEach(
          (words, length) ->
              lengths
                  .getItems()
                  .add(
                      item(
                          "for " + words,
                          () -> {
                            model.silence(instance, finding.term(), length);
                            told(
                                finding.term()
                                    + " of "
                                    + instance.name()
                                    + " does not count for "
                                    + words);
                          })));
      items.add(lengths);
    }
    return items;
  }

  private void told(String words) {
    Toasts.show(table.view(), Severity.OK, words);
  }

  /// Writes the selected rows, or all that are shown.
  void export() {
    List<BoardRow> rows = List.copyOf(table.marked());
    Optional<Path> file =
        kit.choosers()
            .save(
                table.view().getScene().getWindow(),
                "Export %,d instances".formatted(rows.size()),
                "board.tsv",
                List.of(
                    Choosers.Kind.of("TSV files", "*.tsv"),
                    Choosers.Kind.of("JSON files", "*.json"),
                    Choosers.Kind.of("Markdown files", "*.md")));
    file.ifPresent(to -> write(rows, to));
  }

  private void write(List<BoardRow> rows, Path to) {
    String name = to.getFileName().toString();
    TableText kind =
        name.endsWith(".json")
            ? TableText.JSON
            : name.endsWith(".md") ? TableText.MARKDOWN : TableText.TSV;
    String text = table.text(kind, rows);
    kit.tasks()
        .start(
            "Export %,d instances to %s".formatted(rows.size(), name),
            (progress, cancel) -> Files.writeString(to, text, StandardCharsets.UTF_8),
            outcome -> {
              if (outcome instanceof Outcome.Ok<Path>(Path written)) {
                told("%,d instances written to %s".formatted(rows.size(), written));
              }
            });
  }
}
