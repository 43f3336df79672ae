package org.binnacle.diagnosis.view.board;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
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
  /// Each is looked at once a second while the list is open.
  private static final int MOST_MERGED = 50;

  private final Kit kit;
  private final BoardModel model;
  private final LiveTable<BoardRow, String> table;
  private final Consumer<List<InstanceRef>> open;

  BoardActs(
      Kit kit,
      BoardModel model,
      LiveTable<BoardRow, String> table,
      Consumer<List<InstanceRef>> open) {
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
    items.add(
        item(
            rows.size() == 1
                ? "Open sessions   (Enter)"
                : "Open sessions of %,d merged   (Enter)".formatted(rows.size()),
            this::open));
    if (rows.size() == 1) {
      var terms = item("Acknowledge...   (a)", this::acknowledge);
      terms.setDisable(rows.getFirst().beat().health().findings().isEmpty());
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

  /// The sessions of the selected instance, or of several merged into one list.
  void open() {
    List<InstanceRef> instances = selected();
    if (instances.size() > MOST_MERGED) {
      Toasts.show(
          table.view(),
          Severity.NOTICE,
          "%,d instances are too many for one list: select %d at most"
              .formatted(instances.size(), MOST_MERGED));
    } else if (!instances.isEmpty()) {
      open.accept(instances);
    }
  }

  private List<InstanceRef> selected() {
    return table.selection().get().stream().map(row -> row.beat().instance()).toList();
  }

  /// Records what the selected instances do, at once.
  void capture() {
    List<InstanceRef> instances = selected();
    if (instances.isEmpty()) {
      Toasts.show(table.view(), Severity.NOTICE, "Select the instances to capture first");
    } else {
      CaptureSheet.open(kit, instances, table.view());
    }
  }

  void retry() {
    table.selection().get().forEach(row -> model.retry(row.beat().instance()));
  }

  /// Asks which terms of the selected instance are not to count, and for how long.
  void acknowledge() {
    Optional<BoardRow> row = one();
    if (row.isEmpty() || row.get().beat().health().findings().isEmpty()) {
      Toasts.show(
          table.view(), Severity.NOTICE, "Select an instance with something to acknowledge first");
    } else {
      AcknowledgeSheet.open(model, row.get().beat(), kit.settings(), table.view());
    }
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
