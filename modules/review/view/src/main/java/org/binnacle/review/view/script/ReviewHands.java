package org.binnacle.review.view.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;
import org.binnacle.fxkit.Choosers;
import org.binnacle.kernel.Severity;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.mouth.Mouth;
import org.binnacle.review.report.Baseline;
import org.binnacle.review.report.Kept;

/// What the parts of the review screen ask of their panel.
///
/// @param panel asked when something is done, never while it is being made
record ReviewHands(ReviewPanel panel) implements ReviewBar.Hands, FindingsPane.Hands {
  private static final List<Choosers.Kind> SQL =
      List.of(Choosers.Kind.of("SQL files", "*.sql"), Choosers.Kind.of("All files", "*"));

  private Window window() {
    return panel.node().getScene().getWindow();
  }

  private Choosers choosers() {
    return panel.kit().choosers();
  }

  @Override
  public void open() {
    choosers().open(window(), "Open a script", SQL).ifPresent(panel::elsewhere);
  }

  @Override
  public void openFolder() {
    choosers().folder(window(), "Open a folder of scripts").ifPresent(panel::elsewhere);
  }

  @Override
  public void save() {
    Optional<Path> to =
        panel
            .script()
            .file()
            .map(ScriptFile::path)
            .or(() -> choosers().save(window(), "Save the script", "script.sql", SQL));
    to.ifPresent(panel::save);
  }

  @Override
  public void again() {
    panel.message().clear();
    panel.review();
    panel.reviewFolder();
  }

  @Override
  public void stop() {
    panel.model().stop();
  }

  @Override
  public void options(ReviewOptions other) {
    panel.options(other);
  }

  @Override
  public ReviewOptions options() {
    return panel.model().options();
  }

  @Override
  public void rulesFile() {
    choosers()
        .open(
            window(),
            "Use a rule set",
            List.of(Choosers.Kind.of("Rule sets (YAML, TOML)", "*.yaml", "*.yml", "*.toml")))
        .ifPresent(file -> options(options().withRules(file.toString())));
  }

  @Override
  public void editRules() {
    panel.editRules();
  }

  @Override
  public void schemaFiles() {
    choosers()
        .open(window(), "Give a schema", SQL)
        .ifPresent(
            file -> {
              var all = new ArrayList<>(options().schema());
              all.remove(file);
              all.add(file);
              options(options().withSchema(all));
            });
  }

  @Override
  public void snapshot() {
    choosers()
        .open(window(), "Give a snapshot", List.of(Choosers.Kind.of("JSON files", "*.json")))
        .ifPresent(file -> options(options().withSnapshot(file)));
  }

  @Override
  public void replica() {
    panel
        .message()
        .show(
            Severity.NOTICE,
            "These rules ask a server. That is done on the command line: binnacle review --on"
                + " INSTANCE "
                + panel.script().path());
  }

  @Override
  public void export(Mouth mouth) {
    panel.exports().export(mouth);
  }

  @Override
  public void copy() {
    panel.exports().copy();
  }

  @Override
  public void writeBaseline() {
    panel.exports().baseline();
  }

  @Override
  public List<MenuItem> comparisons() {
    var items = new ArrayList<MenuItem>();
    items.add(ReviewBar.item("With the findings as they are now", this::pin));
    items.add(ReviewBar.item("With the last kept review of this file", this::last));
    items.add(ReviewBar.item("With a baseline…", this::baseline));
    panel
        .model()
        .reference()
        .ifPresent(
            r -> {
              items.add(new SeparatorMenuItem());
              items.add(
                  ReviewBar.item(
                      "No comparison (now: " + r.name() + ")",
                      () -> panel.compare(Optional.empty())));
            });
    return items;
  }

  private void pin() {
    panel
        .model()
        .reviewed()
        .get()
        .ifPresent(
            r ->
                panel.compare(
                    Optional.of(
                        new ReviewModel.Reference("as it was before", Kept.of(r.report())))));
  }

  private void last() {
    String path = panel.script().path();
    panel
        .script()
        .ask(
            () -> panel.kit().past().last(path),
            kept -> {
              if (kept.isEmpty()) {
                panel
                    .message()
                    .show(Severity.NOTICE, "No review of this file is kept yet: " + path);
              } else {
                panel.compare(
                    Optional.of(new ReviewModel.Reference("the last review", kept.get())));
              }
            });
  }

  private void baseline() {
    choosers()
        .open(
            window(), "Compare with a baseline", List.of(Choosers.Kind.of("JSON files", "*.json")))
        .ifPresent(
            file ->
                panel
                    .script()
                    .ask(
                        () -> Baseline.read(file).kept(),
                        kept ->
                            panel.compare(
                                Optional.of(
                                    new ReviewModel.Reference(
                                        String.valueOf(file.getFileName()), kept)))));
  }

  @Override
  public void chosen(Optional<Row> row) {
    panel.chosen().choose(row);
  }

  @Override
  public void open(Row row) {
    panel.editor().go(row);
    panel.focus();
  }

  @Override
  public List<MenuItem> menu(List<Row> rows) {
    if (rows.size() != 1 || rows.getFirst().isHead()) {
      return List.of();
    }
    Row row = rows.getFirst();
    return List.of(
        ReviewBar.item("Go to its place   Enter", () -> open(row)),
        ReviewBar.item("What can be done…   Alt+Enter", panel.chosen()::offer),
        ReviewBar.item("The rule's page", () -> panel.page(row.rule())));
  }
}
