package org.binnacle.explain.view.worksheet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.binnacle.explain.view.Live;
import org.binnacle.explain.worksheet.RunLimits;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.fxkit.theme.States;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Safety;

/// Where a worksheet runs, within which limits, and the buttons to do so.
final class SheetBar extends FlowPane implements AutoCloseable {

  /// What the buttons do.
  interface Hands {
    void runOne();

    void runAll();

    void cancel();

    void explain();

    void advise();

    void format();

    void lock();

    void moved();

    void past(String sql);

    List<String> history();

    void searchHistory();
  }

  private static final List<Long> ROWS = List.of(100L, 1_000L, 10_000L, 100_000L, 1_000_000L);
  private static final List<Integer> SECONDS = List.of(5, 30, 60, 300, 3600);

  private final Live live;
  private final Hands hands;
  private final MenuButton instances = new MenuButton();
  private final HBox bands = new HBox();
  private final ComboBox<String> database = new ComboBox<>();
  private final Button run = new Button("Run", Icons.of("mdi2p-play"));
  private final Button all = new Button("Run all", Icons.of("mdi2f-fast-forward"));
  private final Button cancel = new Button("Cancel", Icons.of("mdi2s-stop"));
  private final ComboBox<Long> rows = new ComboBox<>();
  private final ComboBox<Integer> seconds = new ComboBox<>();
  private final ToggleButton lock = new ToggleButton("Read only", Icons.of("mdi2l-lock-outline"));
  private final Questions databases = new Questions("databases to choose from");
  private List<InstanceRef> chosen = List.of();

  SheetBar(Live live, Hands hands) {
    this.live = live;
    this.hands = hands;
    getStyleClass().add("sheet-bar");
    setAlignment(Pos.CENTER_LEFT);
    instances.setId("worksheet-instances");
    instances.setMnemonicParsing(false);
    instances.setOnShowing(event -> fill());
    bands.setAlignment(Pos.CENTER_LEFT);
    bands.getStyleClass().add("plan-line");
    database.setEditable(true);
    database.setPromptText("Database");
    database.setPrefWidth(150);
    database.setId("worksheet-database");
    database.setOnShowing(event -> offerDatabases());
    database.valueProperty().addListener((seen, was, is) -> hands.moved());
    run.getStyleClass().add("accent");
    run.setId("worksheet-run");
    tip(run, "Run the statement under the cursor, or what is selected (Ctrl+Enter)", hands::runOne);
    tip(all, "Run all statements (Ctrl+Shift+Enter)", hands::runAll);
    all.setId("worksheet-run-all");
    tip(cancel, "End what runs, by KILL QUERY (Ctrl+.)", hands::cancel);
    cancel.setId("worksheet-cancel");
    var explain = new Button("Explain", Icons.of("mdi2f-file-tree-outline"));
    explain.setId("worksheet-explain");
    tip(explain, "Show the plan of the statement under the cursor (Ctrl+E)", hands::explain);
    var advise =
        Icons.button(
            "mdi2l-lightbulb-on-outline",
            "Index advice for the statement under the cursor (Ctrl+Shift+E)",
            hands::advise);
    advise.setId("worksheet-advise");
    var history = new MenuButton("", Icons.of("mdi2h-history"));
    history.setTooltip(new Tooltip("Statements that were run"));
    history.setId("worksheet-history");
    history.setOnShowing(event -> fillHistory(history));
    fillHistory(history);
    rows.getItems().setAll(ROWS);
    rows.setValue(RunLimits.standard().rows());
    rows.setTooltip(new Tooltip("Rows of each result at most"));
    rows.setConverter(new Choices<>(ROWS, many -> "%,d rows".formatted(many)));
    seconds.getItems().setAll(SECONDS);
    seconds.setValue((int) RunLimits.standard().statement().toSeconds());
    seconds.setTooltip(new Tooltip("Each statement is ended after this time"));
    seconds.setConverter(new Choices<>(SECONDS, many -> many + " s"));
    lock.setId("worksheet-lock");
    lock.setTooltip(
        new Tooltip(
            "Read only: sessions are read-only. Press to arm statements that change data."));
    lock.setOnAction(event -> hands.lock());
    getChildren()
        .addAll(
            instances,
            bands,
            database,
            run,
            all,
            cancel,
            explain,
            advise,
            Icons.button(
                "mdi2f-format-align-left", "Lay the SQL out (Ctrl+Shift+F)", hands::format),
            history,
            rows,
            seconds,
            lock);
    running(false);
    show(List.of());
  }

  private static void tip(Button button, String words, Runnable action) {
    button.setTooltip(new Tooltip(words));
    button.setOnAction(event -> action.run());
  }

  List<InstanceRef> chosen() {
    return chosen;
  }

  Optional<String> database() {
    return Optional.ofNullable(database.getEditor().getText())
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }

  void use(String name) {
    database.setValue(name);
  }

  /// Takes so many rows of each result at most.
  void rows(long most) {
    rows.setValue(most);
  }

  RunLimits limits() {
    return RunLimits.standard()
        .withRows(rows.getValue())
        .withStatement(Duration.ofSeconds(seconds.getValue()));
  }

  /// Runs on these from now on.
  void choose(List<InstanceRef> now) {
    show(now);
    hands.moved();
  }

  private void show(List<InstanceRef> now) {
    chosen = List.copyOf(now);
    instances.setText(
        now.isEmpty()
            ? "Choose an instance"
            : now.size() == 1 ? now.getFirst().name() : now.size() + " instances");
    instances.setTooltip(
        new Tooltip(
            now.isEmpty()
                ? "Where statements are run; several give one merged result"
                : now.stream()
                    .map(one -> one.name() + "  " + one.address())
                    .collect(Collectors.joining("\n"))));
    bands.getChildren().clear();
    now.stream()
        .filter(one -> !one.environment().isEmpty())
        .sorted((a, b) -> Boolean.compare(strict(b), strict(a)))
        .map(one -> band(one))
        .distinct()
        .limit(1)
        .forEach(bands.getChildren()::add);
    fill();
  }

  private static boolean strict(InstanceRef one) {
    return one.safety() == Safety.STRICT;
  }

  private static Label band(InstanceRef one) {
    var label = new Label(one.environment());
    label.getStyleClass().add("band");
    Colours.put(label, one.colour());
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void fill() {
    var items = new ArrayList<MenuItem>();
    for (InstanceRef one : live.instances().get()) {
      String where = one.environment().isEmpty() ? "" : "   " + one.environment();
      var item = new CheckMenuItem(one.name() + where);
      item.setMnemonicParsing(false);
      item.setSelected(chosen.stream().anyMatch(other -> other.id().equals(one.id())));
      item.setOnAction(event -> toggle(one, item.isSelected()));
      items.add(item);
    }
    instances.getItems().setAll(items);
  }

  private void toggle(InstanceRef one, boolean on) {
    var now = new ArrayList<>(chosen);
    now.removeIf(other -> other.id().equals(one.id()));
    if (on) {
      now.add(one);
    }
    choose(now);
  }

  private void offerDatabases() {
    if (chosen.isEmpty()) {
      return;
    }
    InstanceRef first = chosen.getFirst();
    databases.ask(
        () -> live.schemas().databases(first),
        outcome -> {
          if (outcome instanceof Outcome.Ok<List<String>>(List<String> names)) {
            String typed = database.getEditor().getText();
            database.getItems().setAll(names);
            database.getEditor().setText(typed);
          }
        });
  }

  private void fillHistory(MenuButton history) {
    var items = new ArrayList<MenuItem>();
    for (String sql : hands.history().stream().limit(30).toList()) {
      String line = sql.replaceAll("\\s+", " ");
      var item = new MenuItem(line.length() > 90 ? line.substring(0, 90) + "…" : line);
      item.setMnemonicParsing(false);
      item.setOnAction(event -> hands.past(sql));
      items.add(item);
    }
    if (items.isEmpty()) {
      var none = new MenuItem("Nothing was run yet");
      none.setDisable(true);
      items.add(none);
    }
    items.add(new SeparatorMenuItem());
    var all = new MenuItem("Search all that was run…   (Ctrl+Shift+H)");
    all.setMnemonicParsing(false);
    all.setOnAction(event -> hands.searchHistory());
    items.add(all);
    history.getItems().setAll(items);
  }

  void running(boolean on) {
    run.setDisable(on);
    all.setDisable(on);
    cancel.setVisible(on);
    cancel.setManaged(on);
  }

  void armed(boolean on) {
    lock.setSelected(on);
    lock.setText(on ? "ARMED for writing" : "Read only");
    lock.setGraphic(Icons.of(on ? "mdi2l-lock-open-variant-outline" : "mdi2l-lock-outline"));
    States.set(lock, States.CRITICAL, on);
  }

  @Override
  public void close() {
    databases.close();
  }
}
