package org.binnacle.explain.view.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.picture.Inks;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.Themes;
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
  private final BorderPane root = new BorderPane();
  private final StackPane stack;
  private final PlanFiles files;
  private final PlanActs acts;
  private final PlanIntake intake;
  private final Keeping keeping;
  private final PlanHead head;
  private final PlanRoom room;
  private final ToggleButton pin = Icons.toggle("mdi2p-pin-outline", "Pin, to compare with (D)");
  private Optional<String> asked = Optional.empty();
  private final InvalidationListener opened = seen -> showPlan();
  private final InvalidationListener pinned = seen -> showPin();

  /// @param first what to show; empty for the page that says how to get a plan
  public PlanPanel(Kit kit, ExplainPanels panels, String id, Optional<Opened> first) {
    FxThread.check();
    this.kit = kit;
    this.panels = panels;
    this.id = id;
    inks = new Inks(this::redraw);
    stack = new StackPane(root, inks);
    files = new PlanFiles(kit, stack, message, inks);
    acts = new PlanActs(model, files);
    keeping = new Keeping(kit, panels, id, stack, message);
    intake = new PlanIntake(kit, stack, message, new Here());
    room = new PlanRoom(kit, model, inks, this::answered);
    head = new PlanHead(model, tools());
    root.setTop(new VBox(message));
    root.setCenter(room.node());
    if (first.isEmpty()) {
      empty();
    }
    stack.getStyleClass().add("plan-panel");
    stack.getStylesheets().add(Themes.css("plan"));
    stack.setFocusTraversable(true);
    PlanKeys.attach(stack, this);
    model.opened().addListener(opened);
    kit.shelf().pinned().addListener(pinned);
    first.ifPresent(model::show);
  }

  private List<Node> tools() {
    pin.setId("plan-pin");
    pin.setOnAction(event -> model.opened().get().ifPresent(kit.shelf()::pin));
    var tools = new ArrayList<Node>();
    tools.add(room.statementShown());
    if (keeping.possible()) {
      Node keep = Icons.button("mdi2b-bookmark-plus-outline", "Keep this plan (K)", this::keep);
      keep.setId("plan-keep");
      Node history = Icons.button("mdi2h-history", "History of this statement (V)", this::history);
      history.setId("plan-history");
      tools.add(keep);
      tools.add(history);
    }
    if (kit.live().isPresent()) {
      Node advise = Icons.button("mdi2l-lightbulb-on-outline", "Index advice (I)", this::advise);
      advise.setId("plan-advise");
      tools.add(advise);
    }
    tools.add(pin);
    tools.add(
        Icons.button(
            "mdi2c-compare-horizontal", "Compare with the pinned plan (D)", this::compare));
    tools.add(
        Icons.button(
            "mdi2c-content-paste", "Open a plan from the clipboard (Ctrl+V)", this::paste));
    tools.add(
        Icons.button("mdi2f-folder-open-outline", "Open a plan from a file", intake::openFile));
    tools.add(acts.menu());
    return tools;
  }

  /// Takes what was read.
  private final class Here implements PlanIntake.Taker {
    @Override
    public void reading(String words) {
      if (model.opened().get().isEmpty()) {
        room.wait(words);
      }
    }

    @Override
    public void take(Opened plan, boolean here) {
      if (here || model.opened().get().isEmpty()) {
        show(plan);
      } else {
        panels.open(plan);
      }
    }

    @Override
    public void nothing() {
      if (model.opened().get().isEmpty()) {
        empty();
      }
    }
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
      room.focus();
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
    intake.text(text, name);
  }

  /// Reads a plan that somebody else was told and shows it here.
  ///
  /// @param step that is selected, where the plan has it; empty for the heaviest
  public void told(String text, About about, Optional<String> step) {
    asked = step;
    intake.read(() -> PlanSource.text(text, about), true);
  }

  /// Reads a file and shows it here.
  public void openFile(Path file) {
    intake.file(file);
  }

  /// Shows what this tab showed at the last start, or the kept plan that its id names.
  public void restore() {
    kit.shelf()
        .history()
        .ifPresent(history -> intake.read(() -> Keeping.back(kit, history, id), true));
  }

  void paste() {
    intake.paste();
  }

  private void show(Opened plan) {
    model.show(plan);
    asked
        .filter(id -> plan.weights().node(id).isPresent())
        .ifPresent(id -> model.selected().set(id));
    asked = Optional.empty();
    focus();
  }

  private void empty() {
    room.fill(EmptyPlan.of(this::paste, intake::openFile, panels::sample));
    room.emptied();
  }

  /// Asks for the plan of a running thread and shows it here.
  public void running(InstanceRef instance, long connection) {
    asking("Asking " + instance.name() + " for the plan of thread " + connection);
    room.statement().running(instance, connection);
  }

  /// Asks for the plan that a statement would get and shows it here.
  public void statement(InstanceRef instance, String database, String sql) {
    asking("Asking " + instance.name() + " for the plan");
    room.statement().statement(instance, database, sql);
  }

  private void asking(String words) {
    FxThread.check();
    message.clear();
    room.fill(Placeholder.loading(words));
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
          room.showPlan();
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
              keeping.shown(plan);
              title.set("Plan: " + plan.name());
              head.show();
              root.setTop(new VBox(head, message));
              room.show(plan);
              showPin();
            });
  }

  private void showPin() {
    pin.setSelected(
        kit.shelf().pinned().get().isPresent()
            && kit.shelf().pinned().get().equals(model.opened().get()));
  }

  void toggleStatement() {
    room.toggleStatement();
  }

  void copyStep() {
    acts.copyStep(stack);
  }

  void keep() {
    model.opened().get().ifPresent(keeping::keep);
  }

  void history() {
    model.opened().get().ifPresent(keeping::history);
  }

  /// Index advice for the statement of this plan.
  void advise() {
    model
        .opened()
        .get()
        .filter(plan -> kit.live().isPresent())
        .ifPresent(
            plan ->
                panels.advise(
                    plan.about().instance(), plan.about().database(), plan.about().sql()));
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
      room.tab(at);
    }
  }

  /// Whether a node is part of a text that can be typed into.
  boolean isEditor(Node node) {
    return room.holds(node);
  }

  private void redraw() {
    room.redraw();
  }

  @Override
  public void close() {
    FxThread.check();
    model.opened().removeListener(opened);
    kit.shelf().pinned().removeListener(pinned);
    intake.close();
    files.close();
    keeping.close();
    room.close();
  }
}
