package org.binnacle.review.view.script;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.kernel.Settings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.report.Comparison;
import org.binnacle.review.report.FileState;

/// The table of findings under its chips.
final class FindingsPane extends BorderPane implements AutoCloseable {
  private static final String GROUPING = "review.grouping";

  private final ReviewModel model;
  private final Settings settings;
  private final Hands hands;
  private final Map<Level, ToggleButton> levels = new EnumMap<>(Level.class);
  private final ToggleButton silent = new ToggleButton();
  private final Button notRun = new Button();
  private final Label verdict = new Label();
  private final ChoiceBox<Grouping> grouping = new ChoiceBox<>();
  private final TextField filter = new TextField();
  private final Label note = new Label();
  private final LiveTable<Row, Row.Key> table;

  /// What the pane asks of its panel.
  interface Hands {
    /// The row that was chosen, empty for none.
    void chosen(Optional<Row> row);

    /// The keyboard goes to the row's place in the text.
    void open(Row row);

    /// Items of a row's menu.
    List<MenuItem> menu(List<Row> rows);

    void schemaFiles();

    void snapshot();

    /// How rules that ask a server are run.
    void replica();
  }

  FindingsPane(ReviewModel model, Settings settings, Hands hands) {
    FxThread.check();
    this.model = model;
    this.settings = settings;
    this.hands = hands;
    table = new LiveTable<>("review.findings", Row::key, RowColumns.all(), settings);
    table.states(Row::states);
    table.sortBefore(Row::byGroup);
    table.onOpen(hands::open);
    table.menu(hands::menu);
    FillColumn.attach(table.view(), "message", 220);
    table
        .selection()
        .addListener(
            (seen, was, is) ->
                hands.chosen(is.isEmpty() ? Optional.empty() : Optional.of(is.getFirst())));
    var chips = new FlowPane();
    chips.getStyleClass().add("review-chips");
    chips.getChildren().add(verdict);
    for (Level level : Level.values()) {
      var chip = new ToggleButton();
      chip.setId("review-chip-" + level.word());
      chip.setSelected(true);
      chip.setGraphic(Icons.of(LevelLook.icon(level)));
      chip.getStyleClass().addAll("chip", LevelLook.colour(level));
      chip.setOnAction(event -> model.view(model.view().only(chosen())));
      levels.put(level, chip);
      chips.getChildren().add(chip);
    }
    silent.setId("review-chip-silent");
    silent.setTooltip(new Tooltip("Findings that a comment or the baseline suppresses"));
    silent.setOnAction(event -> model.view(model.view().silent(silent.isSelected())));
    silent.getStyleClass().addAll("chip", "grey");
    notRun.setId("review-chip-not-run");
    notRun.getStyleClass().addAll("chip", "grey");
    notRun.setOnAction(event -> offerSchema());
    chips.getChildren().addAll(silent, notRun);
    setTop(new VBox(chips, tools()));
    setCenter(table.view());
    note.setWrapText(true);
    note.setMaxWidth(Double.MAX_VALUE);
    note.getStyleClass().add("review-note");
    refresh();
  }

  private Node tools() {
    grouping.getItems().setAll(Grouping.values());
    grouping.setId("review-grouping");
    Grouping kept =
        settings
            .get(GROUPING)
            .flatMap(
                name -> grouping.getItems().stream().filter(g -> g.name().equals(name)).findFirst())
            .orElse(Grouping.STATEMENT);
    grouping.setValue(kept);
    model.view(model.view().grouping(kept));
    grouping
        .valueProperty()
        .addListener(
            (seen, was, is) -> {
              settings.put(GROUPING, is.name());
              model.view(model.view().grouping(is));
            });
    filter.setId("review-filter");
    filter.setPromptText("Filter by rule, object or words");
    filter
        .textProperty()
        .addListener((seen, was, is) -> model.view(model.view().filter(is == null ? "" : is)));
    HBox.setHgrow(filter, Priority.ALWAYS);
    var line = new HBox(filter, grouping);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("review-tools");
    return line;
  }

  private Set<Level> chosen() {
    Set<Level> on =
        levels.entrySet().stream()
            .filter(e -> e.getValue().isSelected())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Level.class)));
    return on;
  }

  LiveTable<Row, Row.Key> table() {
    return table;
  }

  TextField filter() {
    return filter;
  }

  /// Shows what the model has now.
  void refresh() {
    FxThread.check();
    Map<Level, Long> counts = model.counts();
    levels.forEach(
        (level, chip) -> chip.setText(LevelLook.count(level, counts.getOrDefault(level, 0L))));
    boolean something = model.reviewed().get().isPresent();
    levels.values().forEach(chip -> show(chip, something));
    long quiet = model.silent();
    show(silent, quiet > 0);
    silent.setText("%,d suppressed".formatted(quiet));
    Map<Need, Long> missing = model.notRun();
    show(notRun, !missing.isEmpty());
    notRun.setText("not run: " + words(missing));
    notRun.setTooltip(new Tooltip("Rules that need more than the script"));
    verdict.setText(verdictWords());
    note();
    table.rows(model.rows().get().rows());
    table.whenEmpty(placeholder());
  }

  private static void show(Region node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  private static String words(Map<Need, Long> missing) {
    var all = new ArrayList<String>();
    missing.forEach((need, count) -> all.add("%,d need %s".formatted(count, need.words())));
    return String.join(", ", all);
  }

  private String verdictWords() {
    return switch (model.state().get()) {
      case IDLE -> "";
      case REVIEWING -> "reviewing…";
      case STOPPED -> "stopped";
      case FAILED -> "not reviewed";
      case DONE ->
          model
              .comparison()
              .map(
                  c ->
                      "%,d new, %,d unchanged, %,d fixed"
                          .formatted(
                              c.count(Comparison.State.NEW),
                              c.count(Comparison.State.UNCHANGED),
                              c.fixed().size()))
              .orElseGet(
                  () ->
                      model.reviewed().get().map(r -> FileState.of(r.report()).words()).orElse(""));
    };
  }

  private void note() {
    Rows rows = model.rows().get();
    var words = new ArrayList<String>();
    if (rows.cut() > 0) {
      words.add(
          "The first %,d findings; an export has the other %,d too."
              .formatted(Rows.MOST, rows.cut()));
    }
    if (model.reviewed().get().filter(Reviewed::head).isPresent()) {
      words.add("Only the beginning was looked at yet.");
    }
    note.setText(String.join(" ", words));
    setBottom(words.isEmpty() ? null : note);
  }

  private Node placeholder() {
    return switch (model.state().get()) {
      case IDLE ->
          Placeholder.of(
              "mdi2t-text-box-check-outline",
              "Nothing was reviewed yet",
              "Type or paste SQL, or open a file or a folder. No server is needed.");
      case REVIEWING ->
          model.reviewed().get().isEmpty() ? Placeholder.loading("Reviewing…") : passed();
      case STOPPED ->
          Placeholder.of("mdi2s-stop-circle-outline", "The review was stopped", "F5 begins anew.");
      case FAILED ->
          Placeholder.of(
              "mdi2a-alert-circle-outline", "It was not reviewed", "The message above says why.");
      case DONE -> passed();
    };
  }

  private Node passed() {
    if (model.rows().get().hidden() > 0) {
      return Placeholder.of(
          "mdi2f-filter-outline",
          "No finding passes the filter",
          "%,d are hidden by the filter or the level chips.".formatted(model.rows().get().hidden()),
          "Show all",
          this::showAll);
    }
    boolean none = model.reviewed().get().map(r -> r.report().statements().isEmpty()).orElse(true);
    return none
        ? Placeholder.of(
            "mdi2t-text-box-outline", "There is no statement", "The text holds no SQL.")
        : Placeholder.of(
            "mdi2c-check-circle-outline",
            "Nothing found",
            "All rules that could run have nothing to say.");
  }

  private void showAll() {
    levels.values().forEach(chip -> chip.setSelected(true));
    filter.clear();
    model.view(model.view().only(chosen()));
  }

  private void offerSchema() {
    var files = new MenuItem("Give a schema: files of DDL, such as mysqldump --no-data writes…");
    files.setOnAction(event -> hands.schemaFiles());
    var snapshot = new MenuItem("Give a snapshot of an instance (JSON)…");
    snapshot.setOnAction(event -> hands.snapshot());
    var menu = new ContextMenu();
    if (model.notRun().containsKey(Need.SCHEMA)) {
      menu.getItems().addAll(files, snapshot);
    }
    if (model.notRun().containsKey(Need.REPLICA)) {
      var replica = new MenuItem("What a replica tells…");
      replica.setOnAction(event -> hands.replica());
      menu.getItems().add(replica);
    }
    menu.show(notRun, Side.BOTTOM, 0, 2);
  }

  @Override
  public void close() {
    table.close();
  }
}
