package org.binnacle.explain.view.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.picture.Inks;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// One plan: its statement, its tabs, the selected step and what was found.
public final class PlanPanel implements Panel {
  private final Kit kit;
  private final ExplainPanels panels;
  private final String id;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Plan");
  private final PlanModel model = new PlanModel();
  private final Inks inks;
  private final MessageBar message = new MessageBar();
  private final PlanActs acts;
  private final PlanTabs tabs;
  private final PlanHead head;
  private final StepPane step = new StepPane();
  private final FindingList findings;
  private final StatementSide statement;
  private final ToggleButton statementShown =
      Icons.toggle("mdi2c-card-text-outline", "Show the statement beside the plan (E)");
  private final ToggleButton pin = Icons.toggle("mdi2p-pin-outline", "Pin, to compare with (D)");

  /// Below this its words would break within.
  private static final double SIDE = 260;

  private final SplitPane side = new SplitPane();
  private final SplitPane plan = new SplitPane();
  private final StackPane room = new StackPane();
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final StackPane stack;
  private final Questions reading = new Questions("reading a plan");
  private final InvalidationListener opened = seen -> showPlan();
  private final InvalidationListener chosen = seen -> showStep();
  private final InvalidationListener pinned = seen -> showPin();

  /// @param first what to show; empty for the page that says how to get a plan
  public PlanPanel(Kit kit, ExplainPanels panels, String id, Optional<Opened> first) {
    FxThread.check();
    this.kit = kit;
    this.panels = panels;
    this.id = id;
    inks = new Inks(this::redraw);
    acts = new PlanActs(kit, model, inks, message);
    tabs = new PlanTabs(model, inks, kit.settings());
    head = new PlanHead(model, tools());
    findings = new FindingList(model);
    side.setOrientation(Orientation.VERTICAL);
    side.getItems().setAll(step, findings);
    side.setDividerPositions(0.46);
    side.setMinWidth(SIDE);
    SplitPane.setResizableWithParent(side, false);
    statement = new StatementSide(kit, this::answered);
    SplitPane.setResizableWithParent(statement.node(), false);
    plan.getItems().setAll(tabs.pane(), side);
    plan.setDividerPositions(0.72);
    split.getItems().setAll(room);
    root.setTop(new VBox(message));
    root.setCenter(split);
    empty();
    stack = new StackPane(root, inks);
    stack.getStyleClass().add("plan-panel");
    stack.getStylesheets().add(Themes.css("plan"));
    stack.setFocusTraversable(true);
    stack.addEventHandler(DragEvent.DRAG_OVER, this::dragged);
    stack.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    PlanKeys.attach(stack, this);
    model.opened().addListener(opened);
    model.selected().addListener(chosen);
    kit.shelf().pinned().addListener(pinned);
    first.ifPresent(model::show);
  }

  private List<Node> tools() {
    statementShown.setOnAction(event -> showStatement());
    pin.setId("plan-pin");
    pin.setOnAction(event -> model.opened().get().ifPresent(kit.shelf()::pin));
    return List.of(
        statementShown,
        pin,
        Icons.button("mdi2c-compare-horizontal", "Compare with the pinned plan (D)", this::compare),
        Icons.button("mdi2c-content-paste", "Open a plan from the clipboard (Ctrl+V)", this::paste),
        Icons.button("mdi2f-folder-open-outline", "Open a plan from a file", this::openFile),
        acts.menu());
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
    return "mdi2f-file-tree-outline";
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
  public void focus() {
    if (model.opened().get().isPresent()) {
      tabs.current().focus();
    } else {
      stack.requestFocus();
    }
  }

  /// The plan and the selection of this panel.
  public PlanModel model() {
    return model;
  }

  /// Reads a text and shows it here; what is no plan is told and changes nothing.
  public void open(String text, String name) {
    read(() -> PlanSource.text(text, About.text(name)), true);
  }

  /// Reads a file and shows it here.
  public void openFile(Path file) {
    read(() -> PlanSource.file(file), true);
  }

  /// What the clipboard holds: here where nothing is shown yet, else in a tab of its own.
  void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isBlank()) {
      message.show(new Fault(ViewFaults.EMPTY_CLIPBOARD, ""), kit.words());
      return;
    }
    read(() -> PlanSource.text(text, About.text("pasted")), false);
  }

  private void openFile() {
    kit.choosers()
        .open(
            stack.getScene().getWindow(),
            "Open a plan",
            List.of(
                Choosers.Kind.of("Plans", "*.txt", "*.json", "*.log", "*.out", "*.md"),
                Choosers.Kind.of("All files", "*")))
        .ifPresent(file -> read(() -> PlanSource.file(file), false));
  }

  private void read(Callable<Opened> work, boolean here) {
    FxThread.check();
    message.clear();
    boolean empty = model.opened().get().isEmpty();
    if (empty) {
      room.getChildren().setAll(Placeholder.loading("Reading the plan"));
    }
    reading.ask(
        work,
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Opened> ok -> {
              if (here || empty) {
                show(ok.value());
              } else {
                panels.open(ok.value());
              }
            }
            case Outcome.Failed<Opened> failed -> {
              message.show(failed.fault(), kit.words());
              if (empty) {
                empty();
              }
            }
          }
        });
  }

  private void show(Opened plan) {
    model.show(plan);
    focus();
  }

  private void empty() {
    room.getChildren().setAll(EmptyPlan.of(this::paste, this::openFile, panels::sample));
    statementShown.setSelected(statement.live());
    showStatement();
  }

  /// Asks for the plan of a running thread and shows it here.
  public void running(InstanceRef instance, long connection) {
    asking("Asking " + instance.name() + " for the plan of thread " + connection);
    statement.running(instance, connection);
  }

  /// Asks for the plan that a statement would get and shows it here.
  public void statement(InstanceRef instance, String database, String sql) {
    asking("Asking " + instance.name() + " for the plan");
    statement.statement(instance, database, sql);
  }

  private void asking(String words) {
    FxThread.check();
    message.clear();
    room.getChildren().setAll(Placeholder.loading(words));
  }

  private void answered(Outcome<Opened> outcome) {
    switch (outcome) {
      case Outcome.Ok<Opened> ok -> {
        message.clear();
        show(ok.value());
        ok.value().about().warnings().stream()
            .filter(words -> !Character.isDigit(words.charAt(0)))
            .findFirst()
            .ifPresent(words -> message.show(Severity.NOTICE, capital(words)));
      }
      case Outcome.Failed<Opened> failed -> {
        message.show(failed.fault(), kit.words());
        if (model.opened().get().isPresent()) {
          room.getChildren().setAll(plan);
        } else {
          empty();
        }
      }
    }
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private void showPlan() {
    model
        .opened()
        .get()
        .ifPresent(
            plan -> {
              kit.shelf().put(plan);
              title.set("Plan: " + name(plan));
              head.show();
              root.setTop(new VBox(head, message));
              room.getChildren().setAll(this.plan);
              statement.show(plan.about());
              statementShown.setDisable(plan.about().sql().isEmpty() && !statement.live());
              showStatement();
              tabs.show();
              findings.show();
              showPin();
            });
  }

  private static String name(Opened plan) {
    String tables =
        String.join(
            ", ",
            plan.shape().nodes().stream()
                .flatMap(node -> node.table().stream())
                .filter(table -> !table.internal())
                .map(table -> table.name())
                .distinct()
                .limit(3)
                .toList());
    return tables.isEmpty() ? plan.about().name() : tables;
  }

  private void showStep() {
    Optional<PlanNode> node = model.step();
    if (node.isPresent()) {
      step.show(node.get(), model.opened().get().orElseThrow().shape());
    } else {
      step.none();
    }
  }

  private void showPin() {
    pin.setSelected(
        kit.shelf().pinned().get().isPresent()
            && kit.shelf().pinned().get().equals(model.opened().get()));
  }

  private void showStatement() {
    boolean wanted = statementShown.isSelected() && !statementShown.isDisable();
    boolean there = split.getItems().contains(statement.node());
    if (wanted && !there) {
      split.getItems().addFirst(statement.node());
      split.setDividerPositions(0.27);
    } else if (!wanted && there) {
      split.getItems().remove(statement.node());
    }
  }

  void toggleStatement() {
    statementShown.setSelected(!statementShown.isSelected());
    showStatement();
  }

  void copyStep() {
    acts.copyStep(stack);
  }

  /// Against the pinned plan; the pinned one against itself makes no sense and is told.
  void compare() {
    Optional<Opened> mine = model.opened().get();
    Optional<Opened> other = kit.shelf().pinned().get();
    if (mine.isEmpty()) {
      return;
    }
    if (other.isEmpty() || other.equals(mine)) {
      Toasts.show(
          stack,
          Severity.NOTICE,
          "Pin another plan first, then D compares this one with it.",
          "Choose both…",
          () -> panels.compare(Optional.empty(), mine));
      return;
    }
    panels.compare(other, mine);
  }

  void find() {
    head.find().requestFocus();
    head.find().selectAll();
  }

  void tab(int at) {
    if (model.opened().get().isPresent()) {
      tabs.select(at);
    }
  }

  /// Whether a node is part of a text that can be typed into.
  boolean isEditor(Node node) {
    return statement.holds(node);
  }

  private void redraw() {
    tabs.redraw();
  }

  private void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles() || event.getDragboard().hasString()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      for (var file : event.getDragboard().getFiles()) {
        Path path = file.toPath();
        read(() -> PlanSource.file(path), false);
      }
    } else {
      String text = String.valueOf(event.getDragboard().getString());
      read(() -> PlanSource.text(text, About.text("dropped")), false);
    }
    event.setDropCompleted(true);
    event.consume();
  }

  @Override
  public void close() {
    FxThread.check();
    model.opened().removeListener(opened);
    model.selected().removeListener(chosen);
    kit.shelf().pinned().removeListener(pinned);
    reading.close();
    acts.close();
    tabs.close();
    findings.close();
    statement.close();
  }
}
