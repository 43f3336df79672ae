package org.binnacle.diagnosis.view.incident;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Settings;

/// How a capture is taken: with three looks or ten, of the chosen instances or of their clusters.
/// What was chosen last holds for the next capture, which starts without a question.
final class CaptureChoice extends HBox {
  private static final String LOOKS = "incident.looks";
  private static final String CLUSTER = "incident.cluster";
  private static final int LONG = 10;

  private final List<InstanceRef> chosen;
  private final List<InstanceRef> whole;
  private final ChoiceBox<String> looks = new ChoiceBox<>();
  private final CheckBox cluster = new CheckBox();

  /// @param changed runs after each change by the user
  CaptureChoice(
      Incidents incidents, Settings settings, List<InstanceRef> chosen, Runnable changed) {
    this.chosen = chosen;
    this.whole = incidents.clusters(chosen);
    setSpacing(12);
    setAlignment(Pos.CENTER_LEFT);
    looks.setId("capture-looks");
    looks.getItems().addAll("3 looks, 3 to 5 s", "10 looks: 10 seconds of SQL");
    looks.getSelectionModel().select(settings.get(LOOKS).orElse("").equals("10") ? 1 : 0);
    looks.setTooltip(new Tooltip("Looks at the process list, a second apart"));
    cluster.setId("capture-cluster");
    int others = whole.size() - chosen.size();
    cluster.setText(
        others == 0
            ? "With its primary and replicas: none in the inventory"
            : "With primary and replicas (%d more)".formatted(others));
    cluster.setDisable(others == 0);
    cluster.setSelected(others > 0 && settings.get(CLUSTER).orElse("").equals("true"));
    getChildren().addAll(new Label("Take"), looks, cluster);
    looks
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener(
            (seen, was, is) -> {
              settings.put(LOOKS, String.valueOf(options().looks()));
              changed.run();
            });
    cluster
        .selectedProperty()
        .addListener(
            (seen, was, is) -> {
              settings.put(CLUSTER, String.valueOf(is));
              changed.run();
            });
  }

  CaptureOptions options() {
    CaptureOptions usual = CaptureOptions.byHand();
    return looks.getSelectionModel().getSelectedIndex() == 1
        ? new CaptureOptions(LONG, usual.trigger(), usual.note())
        : usual;
  }

  List<InstanceRef> instances() {
    return cluster.isSelected() ? whole : chosen;
  }

  String words() {
    return options().looks() == LONG
        ? "Recording. This takes ten to twelve seconds."
        : "Recording. This takes three to five seconds.";
  }
}
