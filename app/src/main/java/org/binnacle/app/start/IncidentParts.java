package org.binnacle.app.start;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.binnacle.app.window.PanelKind;
import org.binnacle.app.window.WindowWiring.Desk;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.guard.Guard;
import org.binnacle.diagnosis.view.DiagnosisPanels;
import org.binnacle.diagnosis.view.Doors;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// The incident part of the window: its panels by id, its commands, and where panels of diagnosis
/// lead to.
final class IncidentParts implements Doors {
  private final Desk desk;
  private final Supplier<DiagnosisPanels> panels;
  private final Supplier<List<InstanceRef>> front;
  private final Consumer<List<InstanceRef>> live;
  private final PlanParts plans;

  /// @param panels asked later: the panels themselves are made with these doors
  /// @param front the instances of the panel in front; none where it has none
  /// @param live opens the live views of instances
  /// @param plans where worksheets are
  IncidentParts(
      Desk desk,
      Supplier<DiagnosisPanels> panels,
      Supplier<List<InstanceRef>> front,
      Consumer<List<InstanceRef>> live,
      PlanParts plans) {
    this.desk = desk;
    this.panels = panels;
    this.front = front;
    this.live = live;
    this.plans = plans;
  }

  List<PanelKind> kinds() {
    return List.of(
        new PanelKind("incidents", id -> Optional.of(panels.get().incidents())),
        new PanelKind(
            "incident:",
            id -> Optional.of(panels.get().incident(id.substring("incident:".length())))),
        new PanelKind("incident-compare:", this::comparison));
  }

  private Optional<Panel> comparison(String id) {
    String[] both = id.substring("incident-compare:".length()).split("\\+");
    return both.length == 2
        ? Optional.of(panels.get().compare(both[0], both[1]))
        : Optional.empty();
  }

  List<Command> commands() {
    return List.of(
        Command.of(
            "incidents.open",
            "Tools",
            "Show incidents",
            "mdi2c-camera-outline",
            "",
            () -> desk.workbench().open("incidents")),
        new Command(
            "instance.sql-used",
            "View",
            "Show the SQL that was used",
            "mdi2c-code-braces",
            "Shortcut+Shift+U",
            () -> !front.get().isEmpty(),
            () ->
                desk.workbench()
                    .front()
                    .ifPresent(panel -> panels.get().sqlUsed(front.get(), panel.node()))),
        new Command(
            "incidents.capture",
            "Tools",
            "Capture an incident of what is in front",
            "mdi2c-camera-plus-outline",
            "Shortcut+I",
            () -> !front.get().isEmpty(),
            () ->
                desk.workbench()
                    .front()
                    .ifPresent(panel -> panels.get().capture(front.get(), panel.node()))));
  }

  @Override
  public void incident(String id) {
    desk.workbench().open("incident:" + id);
  }

  @Override
  public void compare(String before, String after) {
    desk.workbench().open("incident-compare:" + before + "+" + after);
  }

  @Override
  public void live(List<InstanceRef> instances) {
    live.accept(instances);
  }

  /// Tells that a trigger has captured; on the FX thread.
  ///
  /// @param anywhere a node of the window
  void fired(Guard.Fired fired, Node anywhere) {
    switch (fired.outcome()) {
      case Outcome.Ok<Incident>(Incident incident) ->
          Toasts.show(
              anywhere,
              incident.head().severity(),
              "Captured " + incident.title() + ": " + incident.summary(),
              "Open",
              () -> incident(incident.id()));
      case Outcome.Failed<Incident>(Fault fault) ->
          Toasts.show(
              anywhere,
              Severity.WARNING,
              "A trigger held on %s, but its capture failed: %s"
                  .formatted(fired.instance().name(), desk.words().of(fault).happened()));
    }
  }

  @Override
  public void worksheet(InstanceRef instance, String database, String sql) {
    plans.worksheet(instance, database, sql);
  }
}
