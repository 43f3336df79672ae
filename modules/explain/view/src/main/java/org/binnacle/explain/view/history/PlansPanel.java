package org.binnacle.explain.view.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.binnacle.explain.history.KeptHead;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.explain.history.PlanSearch;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.picture.Inks;
import org.binnacle.explain.view.plan.PlanFiles;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;

/// The plans that are kept: search, open, compare, name, pin, export, remove. Below the list stands
/// the statement of the selected plan.
public final class PlansPanel implements Panel {
  private static final int MOST = 5_000;

  private final Kit kit;
  private final ExplainPanels panels;
  private final PlanHistory history;
  private final String id;
  private final String digest;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Plan history");
  private final TextField search = new TextField();
  private final ToggleButton changed = new ToggleButton("Changed");
  private final ToggleButton pinned = new ToggleButton("Pinned");
  private final Label count = new Label();
  private final MessageBar message = new MessageBar();
  private final LiveTable<KeptHead, UUID> table;
  private final SqlArea statement = SqlArea.reader();
  private final BorderPane root = new BorderPane();
  private final Inks inks = new Inks(() -> {});
  private final StackPane stack = new StackPane(root, inks);
  private final PlanDeeds deeds;
  private final PlanFiles files;
  private final Questions questions = new Questions("kept plans");
  private boolean arrivedOnce;
  private final InvalidationListener typed = seen -> ask();
  private final InvalidationListener chosen = seen -> showStatement();
  private final InvalidationListener arrived = seen -> selectFirst();

  /// @param digest of one statement, whose versions are shown; empty for all
  public PlansPanel(Kit kit, ExplainPanels panels, PlanHistory history, String id, String digest) {
    FxThread.check();
    this.kit = kit;
    this.panels = panels;
    this.history = history;
    this.id = id;
    this.digest = digest;
    deeds = new PlanDeeds(kit, panels, history, stack, message, this::ask);
    files = new PlanFiles(kit, stack, message, inks);
    table = new LiveTable<>("plans.table", KeptHead::id, PlanColumns.all(), kit.settings());
    table.states(PlanColumns::states);
    table.sortFirst("at", true);
    table.onOpen(plan -> deeds.open(List.of(plan)));
    table.menu(plans -> menu(plans, true));
    table.onClearFilter(this::showAll);
    table.selection().addListener(chosen);
    table.summary().addListener(arrived);
    statement.setId("plans-statement");
    root.setTop(new VBox(bar(), message));
    var split = new SplitPane(table.view(), statement);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.76);
    SplitPane.setResizableWithParent(statement, false);
    root.setCenter(split);
    stack.getStyleClass().addAll("plan-panel", "plans-panel");
    stack.getStylesheets().add(Themes.css("plan"));
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    ask();
  }

  private Node bar() {
    search.setPromptText("Search in statement, name, instance, database and version  (/)");
    search.setId("plans-search");
    search.textProperty().addListener(typed);
    HBox.setHgrow(search, Priority.ALWAYS);
    changed.setId("plans-changed");
    changed.setOnAction(event -> ask());
    pinned.setId("plans-pinned");
    pinned.setOnAction(event -> ask());
    count.getStyleClass().add("muted");
    count.setMinWidth(HBox.USE_PREF_SIZE);
    var export = new MenuButton("Export", Icons.of("mdi2e-export"));
    export.setOnShowing(event -> export.getItems().setAll(exports()));
    export.getItems().setAll(exports());
    var bar =
        new HBox(
            search,
            changed,
            pinned,
            count,
            button(
                "mdi2c-compare-horizontal",
                "Compare",
                "Two selected plans, or one with the one before it (D)",
                () -> deeds.compare(chosen())),
            button(
                "mdi2c-clock-check-outline",
                "Compare with now",
                "Ask its server for the plan that the statement gets now (N)",
                this::now),
            export,
            Icons.button("mdi2r-refresh", "Read again", this::ask));
    if (!digest.isEmpty()) {
      bar.getChildren()
          .add(1, button("mdi2f-filter-off-outline", "All statements", "", panels::history));
    }
    bar.getStyleClass().add("plans-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private static Button button(String icon, String words, String tip, Runnable action) {
    Button button = Icons.button(icon, words, tip.isEmpty() ? words : tip, action);
    button.setMinWidth(HBox.USE_PREF_SIZE);
    return button;
  }

  private List<KeptHead> chosen() {
    return table.selection().get();
  }

  private void now() {
    chosen().stream().findFirst().ifPresent(deeds::compareWithNow);
  }

  private List<MenuItem> menu(List<KeptHead> plans, boolean whole) {
    if (plans.isEmpty()) {
      return List.of();
    }
    var items = new ArrayList<MenuItem>();
    items.add(item("Open   (Enter)", () -> deeds.open(plans)));
    items.add(
        item(
            plans.size() == 1 ? "Compare with the one before   (D)" : "Compare   (D)",
            () -> deeds.compare(plans)));
    if (plans.size() == 1) {
      KeptHead plan = plans.getFirst();
      items.add(item("Compare with now   (N)", () -> deeds.compareWithNow(plan)));
      if (!plan.digest().isEmpty() && digest.isEmpty()) {
        items.add(item("History of this statement", () -> panels.history(plan.digest())));
      }
      items.add(item("Name…   (F2)", () -> deeds.name(plan)));
    }
    boolean off = plans.stream().allMatch(KeptHead::pinned);
    items.add(item(off ? "Take the pin off   (P)" : "Pin   (P)", () -> deeds.pin(plans)));
    items.add(item("Remove   (Delete)", () -> deeds.remove(plans)));
    if (whole) {
      items.add(new SeparatorMenuItem());
    }
    return items;
  }

  private List<MenuItem> exports() {
    return PlanFiles.kinds().stream()
        .<MenuItem>map(
            kind ->
                item(
                    kind.words(),
                    () ->
                        chosen().stream()
                            .findFirst()
                            .ifPresent(plan -> deeds.opened(plan, one -> files.save(kind, one)))))
        .toList();
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void keys(KeyEvent event) {
    boolean typing = search.isFocused();
    if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    boolean used =
        switch (event.getCode()) {
          case ESCAPE -> typing && run(table.view()::requestFocus);
          case DOWN -> typing && run(table.view()::requestFocus);
          case D -> !typing && run(() -> deeds.compare(chosen()));
          case N -> !typing && run(this::now);
          case P -> !typing && run(() -> deeds.pin(chosen()));
          case F2 -> run(() -> chosen().stream().findFirst().ifPresent(deeds::name));
          case DELETE -> !typing && run(() -> deeds.remove(chosen()));
          case SLASH, DIVIDE -> !typing && run(search::requestFocus);
          default -> false;
        };
    if (used || event.getCode() == KeyCode.F2) {
      event.consume();
    }
  }

  private static boolean run(Runnable action) {
    action.run();
    return true;
  }

  private void showAll() {
    search.clear();
    changed.setSelected(false);
    pinned.setSelected(false);
    ask();
  }

  private void ask() {
    var wanted =
        new PlanSearch(
            search.getText().strip(), digest, changed.isSelected(), pinned.isSelected(), MOST);
    questions.ask(
        () -> history.list(wanted),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<List<KeptHead>>(List<KeptHead> plans) -> show(plans);
            case Outcome.Failed<List<KeptHead>>(Fault fault) -> message.show(fault, kit.words());
          }
        });
  }

  private void show(List<KeptHead> plans) {
    boolean narrow = !search.getText().isBlank() || changed.isSelected() || pinned.isSelected();
    table.whenEmpty(narrow ? nothingLikeThat() : nothingKept());
    table.rows(plans);
    long moved = plans.stream().filter(KeptHead::changed).count();
    count.setText(
        (plans.size() == 1 ? "1 plan" : "%,d plans".formatted(plans.size()))
            + (moved == 0 ? "" : ", %,d changed".formatted(moved)));
    if (!digest.isEmpty() && !plans.isEmpty()) {
      String line = PlanColumns.line(plans.getFirst().statement());
      title.set("History: " + (line.length() > 40 ? line.substring(0, 40) + "…" : line));
    }
  }

  /// The newest is selected where nothing is, so that the statement below is not empty.
  private void selectFirst() {
    // Unread, it would not tell of its next change.
    if (table.summary().get().isEmpty()) {
      return;
    }
    if (table.selection().get().isEmpty() && !table.shown().isEmpty()) {
      table.select(Set.of(table.shown().getFirst().id()));
    }
    // A split pane takes its parts in at its first layout: before that they could not be focused.
    if (!arrivedOnce && search.getText().isEmpty() && !table.shown().isEmpty()) {
      arrivedOnce = true;
      if (search.isFocused()) {
        table.view().requestFocus();
      }
    }
  }

  private Node nothingLikeThat() {
    return Placeholder.of(
        "mdi2f-filter-outline",
        "No kept plan is like that",
        "Others are kept.",
        "Show all",
        this::showAll);
  }

  private static Node nothingKept() {
    return Placeholder.of(
        "mdi2h-history",
        "No plan is kept yet",
        "Keep one with K on its tab. When the statement is explained again, a plan that is another"
            + " than the kept one is told as a finding.");
  }

  private void showStatement() {
    Optional<KeptHead> plan = chosen().stream().findFirst();
    statement.show(plan.map(KeptHead::statement).orElse(""));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public String icon() {
    return "mdi2h-history";
  }

  @Override
  public String help() {
    return "explain";
  }

  @Override
  public Node node() {
    return stack;
  }

  @Override
  public void shown() {
    ask();
  }

  @Override
  public void focus() {
    table.view().requestFocus();
  }

  @Override
  public void close() {
    FxThread.check();
    search.textProperty().removeListener(typed);
    table.selection().removeListener(chosen);
    table.summary().removeListener(arrived);
    questions.close();
    deeds.close();
    files.close();
    table.close();
    statement.close();
  }
}
