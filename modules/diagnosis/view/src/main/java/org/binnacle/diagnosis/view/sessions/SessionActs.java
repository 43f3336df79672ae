package org.binnacle.diagnosis.view.sessions;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.binnacle.diagnosis.export.Rows;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// What a user can do with the selected sessions: kill, explain, copy, export.
final class SessionActs implements AutoCloseable {
  private final Kit kit;
  private final SessionsModel model;
  private final LiveTable<ProcessRow, ProcessRow.Key> table;
  private final Node anywhere;
  private final BiConsumer<Severity, String> complain;
  private final SessionKills kills;

  /// @param anywhere a node of the window that stays in it
  /// @param complain shows a line above the table
  SessionActs(
      Kit kit,
      SessionsModel model,
      LiveTable<ProcessRow, ProcessRow.Key> table,
      Node anywhere,
      BiConsumer<Severity, String> complain) {
    this.anywhere = anywhere;
    this.kit = kit;
    this.model = model;
    this.table = table;
    this.complain = complain;
    kills = new SessionKills(kit, model, table, anywhere, complain);
  }

  /// @param toLocks shows the lock tree at the selected session
  List<MenuItem> menu(List<ProcessRow> rows, Runnable toLocks) {
    if (rows.isEmpty()) {
      return List.of();
    }
    if (kit.recorded().isPresent()) {
      return List.of(
          item("Copy SQL   (y)", this::copySql), item("Export rows...   (x)", this::export));
    }
    var items = new ArrayList<MenuItem>();
    items.addAll(kills.menu(rows));
    items.add(explainItem());
    items.add(item("Lock tree   (l)", toLocks));
    items.add(item("Copy SQL   (y)", this::copySql));
    items.add(item("Export rows...   (x)", this::export));
    return items;
  }

  private MenuItem explainItem() {
    MenuItem item = item("Explain   (e)", this::explain);
    item.setDisable(!kit.explains().possible());
    return item;
  }

  /// Shows the plan of what the selected session runs now.
  void explain() {
    if (refused()) {
      return;
    }
    List<ProcessRow> rows = table.selection().get();
    if (rows.size() != 1 || rows.getFirst().sql().isBlank()) {
      complain.accept(Severity.NOTICE, "Select one session that runs a statement to explain it.");
      return;
    }
    ProcessRow row = rows.getFirst();
    kit.explains().running(row.instance(), row.id());
  }

  private boolean refused() {
    if (kit.recorded().isPresent()) {
      complain.accept(Severity.NOTICE, Kit.RECORDED);
    }
    return kit.recorded().isPresent();
  }

  static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  void kill(Verb verb) {
    if (refused()) {
      return;
    }
    kills.selected(verb);
  }

  void killByRule() {
    if (refused()) {
      return;
    }
    kills.byRule();
  }

  void colourRules() {
    Sheet ignored = MarkSheet.open(model, anywhere);
  }

  /// The statements of the selected sessions, whole where the detail has fetched it.
  void copySql() {
    List<ProcessRow> rows = table.selection().get();
    var whole =
        model
            .eye()
            .detail()
            .get()
            .filter(detail -> rows.size() == 1 && detail.row().key().equals(rows.getFirst().key()));
    String text =
        whole
            .map(detail -> detail.sql())
            .orElseGet(() -> String.join(";\n", rows.stream().map(ProcessRow::sql).toList()));
    if (!text.isBlank()) {
      var content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
      Toasts.show(table.view(), Severity.OK, "SQL copied");
    }
  }

  /// Writes the selected rows, or all that are shown, with all their fields.
  void export() {
    List<ProcessRow> rows = List.copyOf(table.marked());
    Optional<Path> file =
        kit.choosers()
            .save(
                anywhere.getScene().getWindow(),
                "Export %,d sessions".formatted(rows.size()),
                "sessions.csv",
                List.of(
                    Choosers.Kind.of("CSV files", "*.csv"),
                    Choosers.Kind.of("JSON files", "*.json"),
                    Choosers.Kind.of("Markdown files", "*.md")));
    file.ifPresent(to -> write(rows, to));
  }

  private void write(List<ProcessRow> rows, Path to) {
    Rows.Format format = Rows.Format.of(to.getFileName().toString());
    kit.tasks()
        .start(
            "Export %,d sessions to %s".formatted(rows.size(), to.getFileName()),
            (progress, cancel) -> {
              String text = Rows.text(format, Field.all(), rows, progress, cancel);
              return Files.writeString(to, text, StandardCharsets.UTF_8);
            },
            outcome -> {
              if (outcome instanceof Outcome.Ok<Path>(Path written)) {
                Toasts.show(
                    table.view(),
                    Severity.OK,
                    "%,d sessions written to %s".formatted(rows.size(), written));
              }
            });
  }

  @Override
  public void close() {
    kills.close();
  }
}
