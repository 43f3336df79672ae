package org.binnacle.app.start;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.binnacle.app.window.PanelKind;
import org.binnacle.app.window.WindowWiring.Desk;
import org.binnacle.diagnosis.view.DiagnosisPanels;
import org.binnacle.diagnosis.view.Doors;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.Panel;
import org.binnacle.kernel.InstanceRef;

/// The incident part of the window: its panels by id, its commands, and where panels of diagnosis
/// lead to.
final class IncidentParts implements Doors {
  private final Desk desk;
  private final Supplier<DiagnosisPanels> panels;
  private final Supplier<List<InstanceRef>> front;

  /// @param panels asked later: the panels themselves are made with these doors
  /// @param front the instances of the panel in front; none where it has none
  IncidentParts(Desk desk, Supplier<DiagnosisPanels> panels, Supplier<List<InstanceRef>> front) {
    this.desk = desk;
    this.panels = panels;
    this.front = front;
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
}
