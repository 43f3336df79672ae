package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.picture.Inks;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.kernel.Outcome;

/// What stands below the head of a plan: the statement at the left, the tabs, the selected step and
/// the findings at the right; or one page in place of them.
final class PlanRoom implements AutoCloseable {
  private final PlanModel model;
  private final PlanTabs tabs;
  private final StepPane step = new StepPane();
  private final FindingList findings;
  private final Supplier<StatementSide> making;
  private final boolean live;
  private final ToggleButton shown =
      Icons.toggle("mdi2c-card-text-outline", "Show the statement beside the plan (E)");
  private final SplitPane plan = new SplitPane();
  private final StackPane page = new StackPane();
  private final SplitPane split = new SplitPane();
  private final InvalidationListener chosen = seen -> showStep();
  private final Turns turns = new Turns();
  private Optional<StatementSide> statement = Optional.empty();
  private boolean sideShown;
  private boolean standing;
  private boolean wanted;

  /// @param answered told of each plan that a server gave, or why it gave none
  PlanRoom(
      Kit kit, PlanModel model, PlanLinks links, Inks inks, Consumer<Outcome<Opened>> answered) {
    this.model = model;
    tabs = new PlanTabs(model, inks, kit.settings());
    findings = new FindingList(model, links);
    var side = new StepSide(step, findings);
    SplitPane.setResizableWithParent(side, false);
    live = kit.live().isPresent();
    making = () -> new StatementSide(kit, answered);
    plan.getItems().setAll(tabs.pane(), side);
    plan.setDividerPositions(0.72);
    split.getItems().setAll(page);
    shown.setOnAction(event -> placeStatement());
    model.selected().addListener(chosen);
  }

  Node node() {
    return split;
  }

  ToggleButton statementShown() {
    return shown;
  }

  /// The statement's side; made when it is first wanted, since an editor takes its time.
  StatementSide statement() {
    if (statement.isEmpty()) {
      StatementSide made = making.get();
      SplitPane.setResizableWithParent(made.node(), false);
      model.opened().get().ifPresent(plan -> made.show(plan.about()));
      statement = Optional.of(made);
    }
    return statement.orElseThrow();
  }

  /// Whether a node is part of what can be typed into there.
  boolean holds(Node node) {
    return statement.filter(one -> one.holds(node)).isPresent();
  }

  void fill(Node content) {
    page.getChildren().setAll(content);
  }

  void wait(String words) {
    fill(Placeholder.loading(words));
  }

  /// There is no plan: where servers are, the statement is what one begins with.
  void emptied() {
    shown.setSelected(live);
    placeStatement();
  }

  void showPlan() {
    fill(plan);
  }

  /// What stands above first, then the tabs, then what stands beside them, each in its turn.
  ///
  /// @param head what stands above
  void show(Opened opened, List<Turns.Part> head) {
    statement.ifPresent(one -> one.show(opened.about()));
    shown.setDisable(opened.about().sql().isEmpty() && !live);
    sideShown = false;
    var parts = new ArrayList<Turns.Part>();
    parts.addAll(head);
    parts.add(this::placePlan);
    parts.addAll(tabs.parts());
    parts.add(Turns.Part.of(this::placeStatement));
    parts.add(Turns.Part.of(this::standTabs));
    turns.begin(parts);
  }

  private List<Node> placePlan() {
    boolean there = page.getChildren().contains(plan);
    showPlan();
    return there ? List.of() : List.of(plan);
  }

  private void standTabs() {
    var parts = new ArrayList<>(tabs.make());
    parts.add(Turns.Part.of(step, this::standStep));
    parts.add(Turns.Part.of(this::showTabs));
    turns.begin(parts);
  }

  private void standStep() {
    sideShown = true;
    showStep();
  }

  private void showStep() {
    if (!sideShown) {
      return;
    }
    Optional<PlanNode> node = model.step();
    if (node.isPresent()) {
      step.show(node.get(), model.opened().get().orElseThrow().weights());
    } else {
      step.none();
    }
  }

  private void placeStatement() {
    boolean wanted = shown.isSelected() && !shown.isDisable();
    if (wanted && split.getItems().size() == 1) {
      split.getItems().addFirst(statement().node());
      split.setDividerPositions(0.27);
    } else if (!wanted && split.getItems().size() == 2) {
      split.getItems().removeFirst();
    }
  }

  void toggleStatement() {
    shown.setSelected(!shown.isSelected());
    placeStatement();
  }

  /// The findings when the tab in front stands: both at once would take a pulse's time together.
  private void showTabs() {
    tabs.stand(() -> turns.begin(List.of(Turns.Part.of(findings, findings::show))));
    standing = true;
    Node owner = split.getScene() == null ? null : split.getScene().getFocusOwner();
    if (wanted && !(owner instanceof TextInputControl)) {
      tabs.current().focus();
    }
    wanted = false;
  }

  /// Gives the keyboard to the tab in front, now or when it stands.
  ///
  /// @return whether it was now
  boolean focus() {
    wanted = !standing;
    if (standing) {
      tabs.current().focus();
    }
    return standing;
  }

  void tab(int at) {
    tabs.select(at);
  }

  void redraw() {
    tabs.redraw();
  }

  @Override
  public void close() {
    turns.drop();
    model.selected().removeListener(chosen);
    tabs.close();
    findings.close();
    statement.ifPresent(StatementSide::close);
  }
}
