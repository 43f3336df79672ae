package org.binnacle.diagnosis.view.board;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.incident.CaptureSheet;
import org.binnacle.diagnosis.view.kill.RuleSheet;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.sheet.Sheet;
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
  private final Front front;
  private final Opening open;

  /// What stands in the board: the table of instances or that of groups.
  interface Front {
    LiveTable<?, ?> table();

    /// The selected instances, or those of the selected groups.
    List<BoardRow> selected();
  }

  BoardActs(Kit kit, BoardModel model, Front front, Opening open) {
    this.kit = kit;
    this.model = model;
    this.front = front;
    this.open = open;
  }

  /// @param enter what Enter does with a group instead, in words; empty for instances
  List<MenuItem> menu(String enter, Runnable entering) {
    List<BoardRow> rows = front.selected();
    if (rows.isEmpty()) {
      return List.of();
    }
    var items = new ArrayList<MenuItem>();
    if (!enter.isEmpty()) {
      items.add(item(enter + "   (Enter)", entering));
    }
    String key = enter.isEmpty() ? "   (Enter)" : "";
    items.add(
        item(
            rows.size() == 1 ? "Open" + key : "Open %,d merged%s".formatted(rows.size(), key),
            this::open));
    items.add(item("Show locks   (L)", () -> open("locks")));
    items.add(item("Show replication   (T)", () -> open("replication")));
    items.add(item("Kill by rule...   (K)", this::kill));
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
    List<BoardRow> rows = front.selected();
    return rows.size() == 1 ? Optional.of(rows.getFirst()) : Optional.empty();
  }

  /// The selected instance, or several merged, as its tab was left.
  void open() {
    List<InstanceRef> instances = selected();
    if (!instances.isEmpty() && fewEnough(instances)) {
      open.open(instances, Optional.empty());
    }
  }

  /// A view of the selected instance, or of several merged.
  void open(String view) {
    List<InstanceRef> instances = selected();
    if (instances.isEmpty()) {
      tell("Select a row to look at first");
    } else if (fewEnough(instances)) {
      open.open(instances, Optional.of(view));
    }
  }

  /// Whom to end on the selected instances, in a sheet on the board: a rule finds the sessions, and
  /// nothing is ended before they were read again, shown and confirmed.
  void kill() {
    List<InstanceRef> instances = selected();
    if (instances.isEmpty()) {
      tell("Select the rows to kill sessions on first");
    } else if (fewEnough(instances)) {
      Sheet ignored =
          RuleSheet.open(kit, instances, Optional.empty(), this::retry, front.table().view());
    }
  }

  private boolean fewEnough(List<InstanceRef> instances) {
    if (instances.size() > MOST_MERGED) {
      tell(
          "%,d instances are too many at once: select %d at most"
              .formatted(instances.size(), MOST_MERGED));
    }
    return instances.size() <= MOST_MERGED;
  }

  private void tell(String words) {
    Toasts.show(front.table().view(), Severity.NOTICE, words);
  }

  private List<InstanceRef> selected() {
    return front.selected().stream().map(row -> row.beat().instance()).toList();
  }

  /// Records what the selected instances do, at once.
  void capture() {
    List<InstanceRef> instances = selected();
    if (instances.isEmpty()) {
      tell("Select the rows to capture first");
    } else {
      CaptureSheet.open(kit, instances, front.table().view());
    }
  }

  void retry() {
    front.selected().forEach(row -> model.retry(row.beat().instance()));
  }

  /// Asks which terms of the selected instance are not to count, and for how long.
  void acknowledge() {
    Optional<BoardRow> row = one();
    if (row.isEmpty() || row.get().beat().health().findings().isEmpty()) {
      tell("Select an instance with something to acknowledge first");
    } else {
      AcknowledgeSheet.open(model, row.get().beat(), kit.settings(), front.table().view());
    }
  }

  private void told(String words) {
    Toasts.show(front.table().view(), Severity.OK, words);
  }

  /// Writes the selected rows, or all that are shown.
  void export() {
    export(front.table());
  }

  private <R> void export(LiveTable<R, ?> table) {
    List<R> rows = List.copyOf(table.marked());
    Optional<Path> file =
        kit.choosers()
            .save(
                table.view().getScene().getWindow(),
                "Export %,d rows".formatted(rows.size()),
                "board.tsv",
                List.of(
                    Choosers.Kind.of("TSV files", "*.tsv"),
                    Choosers.Kind.of("JSON files", "*.json"),
                    Choosers.Kind.of("Markdown files", "*.md")));
    file.ifPresent(to -> write(table, rows, to));
  }

  private <R> void write(LiveTable<R, ?> table, List<R> rows, Path to) {
    String name = to.getFileName().toString();
    TableText kind =
        name.endsWith(".json")
            ? TableText.JSON
            : name.endsWith(".md") ? TableText.MARKDOWN : TableText.TSV;
    String text = table.text(kind, rows);
    kit.tasks()
        .start(
            "Export %,d rows to %s".formatted(rows.size(), name),
            (progress, cancel) -> Files.writeString(to, text, StandardCharsets.UTF_8),
            outcome -> {
              if (outcome instanceof Outcome.Ok<Path>(Path written)) {
                told("%,d rows written to %s".formatted(rows.size(), written));
              }
            });
  }
}
