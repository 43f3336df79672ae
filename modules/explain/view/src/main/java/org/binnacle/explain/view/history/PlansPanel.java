package org.binnacle.explain.view.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
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
  private final Kit kit;
  private final PlanHistory history;
  private final String id;
  private final String digest;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Plan history");
  private final PlansBar bar;
  private final MessageBar message = new MessageBar();
  private final LiveTable<KeptHead, UUID> table;
  private final SqlArea statement = SqlArea.reader();
  private final BorderPane root = new BorderPane();
  private final Inks inks = new Inks(() -> {});
  private final StackPane stack = new StackPane(root, inks);
  private final PlanDeeds deeds;
  private final PlansActs acts;
  private final PlanFiles files;
  private final Questions questions = new Questions("kept plans");
  private boolean arrivedOnce;
  private final InvalidationListener chosen = seen -> showStatement();
  private final InvalidationListener arrived = seen -> selectFirst();

  /// @param digest of one statement, whose versions are shown; empty for all
  public PlansPanel(Kit kit, ExplainPanels panels, PlanHistory history, String id, String digest) {
    FxThread.check();
    this.kit = kit;
    this.history = history;
    this.id = id;
    this.digest = digest;
    deeds = new PlanDeeds(kit, panels, history, stack, message, this::ask);
    files = new PlanFiles(kit, stack, message, inks);
    acts = new PlansActs(deeds, files, panels, digest.isEmpty(), this::chosen);
    table = new LiveTable<>("plans.table", KeptHead::id, PlanColumns.all(), kit.settings());
    table.states(PlanColumns::states);
    table.sortFirst("at", true);
    table.onOpen(plan -> deeds.open(List.of(plan)));
    table.menu(acts::menu);
    table.onClearFilter(this::showAll);
    table.selection().addListener(chosen);
    table.summary().addListener(arrived);
    statement.setId("plans-statement");
    bar = new PlansBar(digest, this::ask);
    fill(panels);
    root.setTop(new VBox(bar, message));
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

  private void fill(ExplainPanels panels) {
    bar.add(
        "mdi2c-compare-horizontal",
        "Compare",
        "Two selected plans, or one with the one before it (D)",
        acts::compare);
    bar.add(
        "mdi2c-clock-check-outline",
        "Compare with now",
        "Ask its server for the plan that the statement gets now (N)",
        acts::now);
    bar.end(acts.exports(), this::ask);
    if (!digest.isEmpty()) {
      bar.widen(panels::history);
    }
  }

  private List<KeptHead> chosen() {
    return table.selection().get();
  }

  private void keys(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    boolean typing = bar.search().isFocused();
    boolean used =
        switch (event.getCode()) {
          case ESCAPE, DOWN -> typing && focusOn(table.view());
          case SLASH, DIVIDE -> !typing && focusOn(bar.search());
          default -> acts.key(event, typing);
        };
    if (used) {
      event.consume();
    }
  }

  private static boolean focusOn(Node node) {
    node.requestFocus();
    return true;
  }

  private void showAll() {
    bar.clear();
    ask();
  }

  private void ask() {
    PlanSearch wanted = bar.wanted();
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
    table.whenEmpty(bar.narrow() ? nothingLikeThat() : nothingKept());
    table.rows(plans);
    bar.found(plans);
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
    if (!arrivedOnce && bar.search().getText().isEmpty() && !table.shown().isEmpty()) {
      arrivedOnce = true;
      if (bar.search().isFocused()) {
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
    bar.close();
    table.selection().removeListener(chosen);
    table.summary().removeListener(arrived);
    questions.close();
    deeds.close();
    files.close();
    table.close();
    statement.close();
  }
}
