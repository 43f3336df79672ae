package org.binnacle.diagnosis.view.sessions;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.binnacle.diagnosis.export.Rows;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.kill.KillSheet;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// What a user can do with the selected sessions: kill, copy, export.
final class SessionActs implements AutoCloseable {
  private final Kit kit;
  private final SessionsModel model;
  private final LiveTable<ProcessRow, ProcessRow.Key> table;
  private final BiConsumer<Severity, String> complain;
  private final Questions plans = new Questions("preview of a kill");

  /// @param complain shows a line above the table
  SessionActs(
      Kit kit,
      SessionsModel model,
      LiveTable<ProcessRow, ProcessRow.Key> table,
      BiConsumer<Severity, String> complain) {
    this.kit = kit;
    this.model = model;
    this.table = table;
    this.complain = complain;
  }

  List<MenuItem> menu(List<ProcessRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    if (kit.recorded().isPresent()) {
      return List.of(
          item("Copy SQL   (y)", this::copySql), item("Export rows...   (x)", this::export));
    }
    String which = rows.size() == 1 ? String.valueOf(rows.getFirst().id()) : rows.size() + " rows";
    return List.of(
        item("Kill query " + which + "...   (k)", () -> kill(Verb.QUERY)),
        item("Kill connection " + which + "...   (K)", () -> kill(Verb.CONNECTION)),
        explainItem(),
        item("Copy SQL   (y)", this::copySql),
        item("Export rows...   (x)", this::export));
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

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  /// Reads the selected sessions again and shows what a kill would do.
  void kill(Verb verb) {
    if (refused()) {
      return;
    }
    List<ProcessRow> rows = table.selection().get();
    if (rows.isEmpty()) {
      complain.accept(Severity.NOTICE, "Select the sessions to kill first.");
      return;
    }
    InstanceRef instance = rows.getFirst().instance();
    if (rows.stream().anyMatch(row -> !row.instance().id().equals(instance.id()))) {
      complain.accept(
          Severity.NOTICE, "A kill goes to one instance: select sessions of one of them.");
      return;
    }
    List<Target> targets = rows.stream().map(Target::of).toList();
    complain.accept(Severity.NOTICE, "Reading the selected sessions again...");
    plans.ask(
        () -> kit.diagnosis().planKill(instance, verb, targets),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<KillPlan>(KillPlan plan) -> {
              complain.accept(Severity.OK, "");
              new KillSheet(kit, plan, targets, model::lookNow).open(table.view());
            }
            case Outcome.Failed<KillPlan>(var fault) -> {
              Words.Told told = kit.words().of(fault);
              complain.accept(Severity.CRITICAL, told.happened() + "  " + told.next());
            }
          }
        });
  }

  /// The statements of the selected sessions, whole where the detail has fetched it.
  void copySql() {
    List<ProcessRow> rows = table.selection().get();
    var whole =
        model
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
                table.view().getScene().getWindow(),
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
    plans.close();
  }
}
