package org.binnacle.review.view.statistics;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.review.history.ReviewHistory;
import org.binnacle.review.statistics.Sheet;
import org.binnacle.review.view.Kit;
import org.binnacle.review.view.ReviewPanels;

/// Figures over the reviews that were kept: what is found most, how it goes on, what comes again,
/// how long it stays, what is silenced.
public final class StatisticsPanel implements Panel {
  public static final String ID = "review-statistics";

  private final Kit kit;
  private final ReviewPanels panels;
  private final StatisticsModel model;
  private final Map<What, LiveTable<SheetTable.Line, String>> tables = new EnumMap<>(What.class);
  private final ChoiceBox<What> what = new ChoiceBox<>();
  private final ChoiceBox<Range> range = new ChoiceBox<>();
  private final ChoiceBox<String> project = new ChoiceBox<>();
  private final Label count = new Label();
  private final MessageBar message = new MessageBar();
  private final BorderPane root = new BorderPane();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Review statistics");
  private final InvalidationListener answered = seen -> show();
  private boolean filling;

  /// @param history asked off the FX thread
  public StatisticsPanel(Kit kit, ReviewPanels panels, Supplier<ReviewHistory> history) {
    FxThread.check();
    this.kit = kit;
    this.panels = panels;
    model = new StatisticsModel(history, Clock.systemUTC());
    what.setId("statistics-what");
    what.getItems().setAll(What.values());
    what.valueProperty().bindBidirectional(model.what());
    range.setId("statistics-range");
    range.getItems().setAll(Range.values());
    range.valueProperty().bindBidirectional(model.range());
    project.setId("statistics-project");
    project.getItems().setAll(StatisticsModel.EVERY);
    project.setValue(StatisticsModel.EVERY);
    project.getSelectionModel().selectedItemProperty().addListener((seen, was, is) -> chosen(is));
    count.setId("statistics-count");
    count.getStyleClass().add("muted");
    count.setMinWidth(Region.USE_PREF_SIZE);
    var export = Icons.button("mdi2e-export-variant", "Export as CSV", this::export);
    export.setId("statistics-export");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar =
        new HBox(
            what,
            range,
            project,
            gap,
            count,
            Icons.button("mdi2r-refresh", "Read again", model::ask),
            export);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("review-bar");
    root.setTop(new VBox(bar, message));
    root.setCenter(Placeholder.loading("Reading kept reviews"));
    root.getStyleClass().add("review-panel");
    root.getStylesheets().add(Themes.css("review"));
    model.answer().addListener(answered);
    model.fault().addListener(answered);
  }

  private void chosen(String name) {
    if (!filling && name != null) {
      model.project().set(name);
    }
  }

  private void show() {
    model.fault().get().ifPresentOrElse(fault -> message.show(fault, kit.words()), message::clear);
    model.answer().get().ifPresent(this::show);
  }

  private void show(StatisticsModel.Answer answer) {
    filling = true;
    String chosen = model.project().get();
    if (!project.getItems().equals(answer.projects())) {
      project.getItems().setAll(answer.projects());
    }
    project.setValue(chosen);
    filling = false;
    Sheet sheet = answer.sheet();
    if (sheet.rows().isEmpty()) {
      count.setText("");
      root.setCenter(nothing());
      return;
    }
    LiveTable<SheetTable.Line, String> table =
        tables.computeIfAbsent(answer.what(), w -> table(w, sheet));
    table.rows(SheetTable.lines(sheet));
    root.setCenter(table.view());
    int rows = sheet.rows().size();
    count.setText("%,d %s".formatted(rows, rows == 1 ? "row" : "rows"));
  }

  private LiveTable<SheetTable.Line, String> table(What which, Sheet sheet) {
    var table = SheetTable.of(which, sheet, kit.settings());
    int rule = sheet.columns().indexOf("rule");
    if (rule >= 0) {
      table.onOpen(line -> openRule(String.valueOf(line.at(rule))));
    }
    return table;
  }

  /// All rules together and those of a team's own sets have no page.
  private void openRule(String id) {
    if (org.binnacle.review.rule.Rules.info(id).isPresent()) {
      panels.rule(kit.settings().get("review.rules").orElse("default"), id);
    }
  }

  private static Node nothing() {
    return Placeholder.of(
        "mdi2c-chart-box-outline",
        "Nothing was kept in this time",
        "Reviews that somebody asked for are kept here, finding by finding: F5, saving, a folder, or"
            + " binnacle review on the command line. Look further back, or review something.");
  }

  private void export() {
    Optional<StatisticsModel.Answer> shown = model.answer().get();
    if (shown.isEmpty() || shown.get().sheet().rows().isEmpty()) {
      return;
    }
    Sheet sheet = shown.get().sheet();
    kit.choosers()
        .save(
            root.getScene().getWindow(),
            "Export: " + shown.get().what(),
            sheet.name() + ".csv",
            List.of(Choosers.Kind.of("CSV files", "*.csv")))
        .ifPresent(to -> write(sheet, to));
  }

  private void write(Sheet sheet, Path to) {
    kit.tasks()
        .start(
            "Export review statistics to " + to.getFileName(),
            (progress, cancel) -> Files.writeString(to, sheet.csv(), StandardCharsets.UTF_8),
            outcome -> {
              if (outcome instanceof Outcome.Ok<Path>(Path written)) {
                Toasts.show(root, Severity.OK, "Written to " + written);
              }
            });
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public String icon() {
    return "mdi2c-chart-box-outline";
  }

  @Override
  public String help() {
    return "review";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    model.ask();
  }

  @Override
  public void focus() {
    what.requestFocus();
  }

  @Override
  public void close() {
    FxThread.check();
    model.answer().removeListener(answered);
    model.fault().removeListener(answered);
    what.valueProperty().unbindBidirectional(model.what());
    range.valueProperty().unbindBidirectional(model.range());
    model.close();
    tables.values().forEach(LiveTable::close);
  }
}
