package org.binnacle.review.view.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;
import org.binnacle.fxkit.Choosers;
import org.binnacle.kernel.Severity;
import org.binnacle.review.Need;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.mouth.Mouth;
import org.binnacle.review.report.Baseline;
import org.binnacle.review.report.Kept;
import org.binnacle.review.report.Told;
import org.binnacle.review.view.server.On;

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
            .work()
            .script()
            .file()
            .map(ScriptFile::path)
            .or(() -> choosers().save(window(), "Save the script", "script.sql", SQL));
    to.ifPresent(panel.work()::save);
  }

  @Override
  public void again() {
    panel.work().again();
  }

  @Override
  public void stop() {
    panel.work().stop();
  }

  @Override
  public void options(ReviewOptions other) {
    panel.work().options(other);
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
  public void askAgain() {
    panel.work().again();
  }

  @Override
  public List<MenuItem> servers() {
    var items = new ArrayList<MenuItem>();
    Optional<On> on = panel.work().asking().on();
    on.ifPresent(
        o ->
            items.add(ReviewBar.item("Ask " + o.target() + "   F5", panel.work().asking()::again)));
    items.add(ReviewBar.item("Choose a cluster or an instance…", panel.work().asking()::choose));
    on.ifPresent(
        o -> {
          items.add(new SeparatorMenuItem());
          items.add(ReviewBar.item("No server", panel.work().asking()::none));
        });
    return items;
  }

  @Override
  public List<MenuItem> remedies(Set<Need> missing) {
    var items = new ArrayList<MenuItem>();
    if (missing.contains(Need.SCHEMA)) {
      items.add(
          ReviewBar.item(
              "Give a schema: files of DDL, such as mysqldump --no-data writes…",
              this::schemaFiles));
      items.add(ReviewBar.item("Give a snapshot of an instance (JSON)…", this::snapshot));
    }
    items.addAll(servers().stream().filter(item -> item.getText() != null).toList());
    return items;
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
                      () -> panel.model().compare(Optional.empty())));
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
                panel
                    .model()
                    .compare(Optional.of(new Reference("as it was before", Kept.of(r.report())))));
  }

  private void last() {
    String path = panel.work().script().path();
    panel
        .work()
        .script()
        .ask(
            panel.work().keeping().last(),
            kept -> {
              if (kept.isEmpty()) {
                panel
                    .message()
                    .show(Severity.NOTICE, "No review of this file is kept yet: " + path);
              } else {
                panel.model().compare(Optional.of(new Reference("the last review", kept.get())));
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
                    .work()
                    .script()
                    .ask(
                        () -> Baseline.read(file).kept(),
                        kept ->
                            panel
                                .model()
                                .compare(
                                    Optional.of(
                                        new Reference(String.valueOf(file.getFileName()), kept)))));
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
        ReviewBar.item("The rule's page", () -> panel.page(row.rule())),
        plan(row));
  }

  private MenuItem plan(Row row) {
    MenuItem item =
        ReviewBar.item(
            "Open the plan   Ctrl+P",
            () -> panel.plans().show(row.statement(), row.told().flatMap(Told::step)));
    item.setDisable(panel.plans().of(row.statement()).isEmpty());
    return item;
  }
}
