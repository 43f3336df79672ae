package org.binnacle.inventory.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.inventory.exchange.FileKind;
import org.binnacle.inventory.exchange.Import;
import org.binnacle.inventory.exchange.Proposal;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// Import: a file is chosen or a found one taken, its preview shown, what is checked applied as one
/// change that can be undone.
final class ImportSheet {
  private static final List<Choosers.Kind> KINDS =
      List.of(
          Choosers.Kind.of(
              "Files with connections", "*.yaml", "*.yml", "*.csv", "*.json", "*.cnf", "*.xml"),
          Choosers.Kind.of("All files", "*"));

  private final FleetSheets.Ports ports;
  private final Node anywhere;
  private final Import imports;
  private final ImportTable table = new ImportTable(this::apply);
  private final Label summary = new Label();
  private final CheckBox passwords = new CheckBox();
  private final FlowPane sources = new FlowPane();
  private final Questions files = new Questions("import files");
  private final Questions previews = new Questions("import preview");
  private final Work work = new Work();
  private final Sheet sheet;
  private Optional<Import.Preview> preview = Optional.empty();

  private ImportSheet(FleetSheets.Ports ports, Node anywhere) {
    this.ports = ports;
    this.anywhere = anywhere;
    this.imports = new Import(ports.inventory());
    var choose =
        Icons.button(
            "mdi2f-folder-open-outline", "Choose a file…", "YAML, CSV, JSON, my.cnf", this::choose);
    choose.setId("import-choose");
    sources.getStyleClass().add("sources");
    sources.getChildren().add(choose);
    summary.getStyleClass().add("muted");
    summary.setId("import-summary");
    passwords.setId("import-passwords");
    passwords.setSelected(true);
    passwords.setVisible(false);
    var body = new VBox(sources, summary, table.view(), passwords);
    body.getStyleClass().add("import");
    body.getStylesheets().add(Themes.css("fleet"));
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    this.sheet =
        Sheet.titled("Import instances")
            .wide()
            .body(body)
            .onClose(this::close)
            .refuseWhile(table.chosenCount().isEqualTo(0))
            .act("Import what is checked", Sheet.Kind.USUAL, opened -> apply())
            .open(anywhere);
    choose.requestFocus();
    files.ask(() -> KnownFiles.in(ports.home()), this::offer);
  }

  static ImportSheet open(FleetSheets.Ports ports, Node anywhere) {
    return new ImportSheet(ports, anywhere);
  }

  private void offer(Outcome<List<KnownFiles.Found>> outcome) {
    if (outcome instanceof Outcome.Ok<List<KnownFiles.Found>> ok) {
      for (KnownFiles.Found found : ok.value()) {
        var link = new Hyperlink(found.words() + " (" + found.path().getFileName() + ")");
        link.setOnAction(event -> look(found.kind(), found.path()));
        sources.getChildren().add(link);
      }
    }
  }

  private void choose() {
    ports
        .choosers()
        .open(anywhere.getScene().getWindow(), "Import instances", KINDS)
        .ifPresent(
            path -> {
              try {
                look(FileKind.of(path), path);
              } catch (org.binnacle.kernel.Fault fault) {
                sheet.message().show(fault, ports.words());
              }
            });
  }

  private void look(FileKind kind, Path path) {
    sheet.message().clear();
    summary.setText("Reading " + path + " …");
    previews.ask(
        () -> imports.preview(kind, path),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Import.Preview> ok -> show(path, ok.value());
            case Outcome.Failed<Import.Preview> failed -> {
              summary.setText("");
              table.show(List.of());
              sheet.message().show(failed.fault(), ports.words());
            }
          }
        });
  }

  private void show(Path path, Import.Preview found) {
    preview = Optional.of(found);
    table.show(found.proposals());
    table.view().requestFocus();
    var counts =
        found.proposals().stream()
            .collect(Collectors.groupingBy(Proposal::kind, Collectors.counting()));
    summary.setText(
        path.getFileName()
            + ": "
            + java.util.Arrays.stream(Proposal.Kind.values())
                .filter(counts::containsKey)
                .map(kind -> counts.get(kind) + " " + ImportTable.words(kind).substring(2))
                .collect(Collectors.joining(", "))
            + (found.environments().isEmpty()
                ? ""
                : ", " + found.environments().size() + " new environments"));
    long withPassword =
        found.proposals().stream().filter(proposal -> proposal.password().isPresent()).count();
    passwords.setVisible(withPassword > 0);
    passwords.setText(
        "Keep the %d passwords of the file in %s"
            .formatted(withPassword, ports.passwords().place()));
  }

  private void apply() {
    List<Proposal> chosen = table.chosen();
    boolean keep = passwords.isVisible() && passwords.isSelected();
    preview.ifPresent(
        shown -> {
          sheet.busy(true);
          work.run(
              () -> {
                if (keep) {
                  ports.passwords().keepImported(chosen);
                }
                return imports.apply(shown, chosen);
              },
              this::applied);
        });
  }

  private void applied(Outcome<Integer> outcome) {
    switch (outcome) {
      case Outcome.Ok<Integer> ok -> {
        sheet.close();
        int count = ok.value();
        Toasts.show(
            anywhere,
            Severity.OK,
            "Imported " + count + (count == 1 ? " instance" : " instances"),
            "Undo",
            () -> Undo.run(ports, anywhere));
      }
      case Outcome.Failed<Integer> failed -> sheet.failed(failed.fault(), ports.words());
    }
  }

  private void close() {
    files.close();
    previews.close();
    work.close();
  }
}
