package org.binnacle.explain.view.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.picture.Inks;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;

/// One plan: its statement, its tabs, the selected step and what was found. What can be done with
/// it stands in `PlanTools`, `PlanPin`, `PlanLinks`, `Keeping`, `PlanIntake`, `Answers` and
/// `PlanActs`.
public final class PlanPanel implements Panel {
  private final Kit kit;
  private final ExplainPanels panels;
  private final String id;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Plan");
  private final PlanModel model = new PlanModel();
  private final Inks inks;
  private final MessageBar message = new MessageBar();
  private final VBox top = new VBox(message);
  private final BorderPane root = new BorderPane();
  private final StackPane stack;
  private final PlanFiles files;
  private final PlanActs acts;
  private final PlanIntake intake;
  private final Answers answers;
  private final Keeping keeping;
  private final PlanHead head;
  private final PlanRoom room;
  private final PlanLinks links;
  private final PlanPin pin;
  private final PlanTools tools;
  private Optional<String> asked = Optional.empty();
  private final InvalidationListener opened = seen -> showPlan();

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
    links = new PlanLinks(kit, panels, model);
    pin = new PlanPin(kit.shelf(), panels, model, stack);
    answers = new Answers(kit, model, message, new Here());
    room = new PlanRoom(kit, model, links, inks, answers::answered);
    tools = new PlanTools(this, room, keeping, links, pin.button());
    head = new PlanHead(model, links, tools.all());
    // A head that is too wide is cut; it does not push the rest out of the window.
    top.setMinWidth(0);
    root.setMinWidth(0);
    root.setTop(top);
    root.setCenter(room.node());
    if (first.isEmpty()) {
      empty();
    }
    stack.getStyleClass().add("plan-panel");
    if (first.isEmpty()) {
      dress();
    }
    stack.setFocusTraversable(true);
    PlanKeys.attach(stack, this);
    model.opened().addListener(opened);
    first.ifPresent(model::show);
  }

  /// Takes what was read, and what a server answered.
  private final class Here implements PlanIntake.Taker, Answers.Shown {
    @Override
    public void show(Opened plan) {
      PlanPanel.this.show(plan);
    }

    @Override
    public void empty() {
      PlanPanel.this.empty();
    }

    @Override
    public PlanRoom room() {
      return room;
    }

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
    if (model.opened().get().isEmpty() || !room.focus()) {
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
    answers.running(instance, connection);
  }

  /// Asks for the plan that a statement would get and shows it here.
  public void statement(InstanceRef instance, String database, String sql) {
    answers.statement(instance, database, sql);
  }

  /// Reading the sheet takes some milliseconds where no other panel in the window has it.
  private void dress() {
    if (stack.getStylesheets().isEmpty()) {
      stack.getStylesheets().add(Themes.css("plan"));
    }
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
              tools.show();
              pin.show();
              if (!top.getChildren().contains(head)) {
                top.getChildren().addFirst(head);
              }
              var parts = new ArrayList<Turns.Part>();
              parts.add(Turns.Part.of(stack, this::dress));
              parts.addAll(head.parts(plan));
              room.show(plan, parts);
            });
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

  void advise() {
    links.advise();
  }

  void review() {
    links.review();
  }

  void compare() {
    pin.compare();
  }

  void chooseFile() {
    intake.openFile();
  }

  MenuButton exports() {
    return acts.menu();
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
    pin.close();
    intake.close();
    files.close();
    keeping.close();
    room.close();
  }
}
