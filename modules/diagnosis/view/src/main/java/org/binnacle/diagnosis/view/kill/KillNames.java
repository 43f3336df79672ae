package org.binnacle.diagnosis.view.kill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.kernel.InstanceRef;

/// One field for each instance whose name has to be typed before a kill over several.
final class KillNames extends VBox {
  private final Map<InstanceRef, TextField> fields = new LinkedHashMap<>();

  KillNames(List<InstanceRef> instances) {
    getStyleClass().add("kill-names");
    for (InstanceRef instance : instances) {
      var field = new TextField();
      field.setId("typed-" + instance.name());
      field.setPromptText(instance.name());
      var band = new Label(instance.environment());
      band.getStyleClass().add("band");
      Colours.put(band, instance.colour());
      var words = new Label("Type " + instance.name() + " to go on");
      words.setLabelFor(field);
      words.setMinWidth(USE_PREF_SIZE);
      var line = new HBox(band, words, field);
      line.getStyleClass().add("kill-name");
      line.setAlignment(Pos.CENTER_LEFT);
      fields.put(instance, field);
      getChildren().add(line);
    }
  }

  /// True until each name is there.
  BooleanExpression missing() {
    return BooleanExpression.booleanExpression(
        Bindings.createBooleanBinding(
            () ->
                fields.entrySet().stream()
                    .anyMatch(one -> !one.getValue().getText().strip().equals(one.getKey().name())),
            fields.values().stream().map(TextField::textProperty).toArray(Observable[]::new)));
  }

  /// As typed, by instance id.
  Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>();
    fields.forEach((instance, field) -> typed.put(instance.id(), field.getText()));
    return typed;
  }
}
