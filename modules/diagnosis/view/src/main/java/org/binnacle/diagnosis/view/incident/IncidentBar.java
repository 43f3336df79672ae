package org.binnacle.diagnosis.view.incident;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.Icons;
import org.binnacle.kernel.InstanceRef;

/// The banner of a reopened incident: that it was recorded, when, why; which of its instances is
/// shown; export; and the way to what is so now.
final class IncidentBar extends HBox {
  private final MaskMenu mask = new MaskMenu();

  /// @param instances as they stand in the views; each can be chosen, or all
  /// @param choose those that are to be shown
  IncidentBar(
      Kit kit, Incident incident, List<InstanceRef> instances, Consumer<List<InstanceRef>> choose) {
    getStyleClass().addAll("session-bar", "recorded-bar");
    setAlignment(Pos.CENTER_LEFT);
    var recorded = new Label("RECORDED " + IncidentPanel.AT.format(incident.at()));
    recorded.getStyleClass().add("recorded-mark");
    recorded.setMinWidth(Region.USE_PREF_SIZE);
    String why = incident.trigger() + (incident.masked() ? ", masked" : "");
    var about = new Label(incident.title() + "  (" + why + ")");
    about.setTooltip(new Tooltip(why));
    about.getStyleClass().add("heading");
    about.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(about, Priority.ALWAYS);
    getChildren().addAll(recorded, about);
    if (instances.size() > 1) {
      getChildren().add(which(instances, choose));
    }
    getChildren()
        .addAll(
            mask,
            Icons.button(
                "mdi2e-export-variant",
                "Export...",
                "Write it as a web page, JSON or Markdown",
                () -> IncidentExport.ask(kit, incident, mask.mask(), this)),
            live(kit, incident));
  }

  private static ChoiceBox<String> which(
      List<InstanceRef> instances, Consumer<List<InstanceRef>> choose) {
    var which = new ChoiceBox<String>();
    which.setId("incident-instance");
    which.getItems().add("all " + instances.size() + " instances");
    instances.forEach(one -> which.getItems().add(one.name()));
    which.getSelectionModel().selectFirst();
    which
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener(
            (seen, was, is) ->
                choose.accept(
                    is.intValue() <= 0 ? instances : List.of(instances.get(is.intValue() - 1))));
    return which;
  }

  /// Instances of a file from elsewhere may not be in this inventory.
  private static Button live(Kit kit, Incident incident) {
    List<InstanceRef> known =
        incident.recorded().stream()
            .map(one -> one.instance())
            .filter(kit.diagnosis()::knows)
            .toList();
    Button live =
        Icons.button(
            "mdi2b-broadcast",
            "Go live",
            known.isEmpty()
                ? "None of its instances is in the inventory"
                : "Show what these instances do now",
            () -> kit.doors().live(known));
    live.setId("incident-live");
    live.setMinWidth(Region.USE_PREF_SIZE);
    live.setDisable(known.isEmpty());
    return live;
  }
}
