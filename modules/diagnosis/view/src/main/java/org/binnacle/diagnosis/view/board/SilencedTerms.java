package org.binnacle.diagnosis.view.board;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.health.Finding;
import org.binnacle.diagnosis.health.Silences;
import org.binnacle.diagnosis.health.Until;

/// The terms of an instance that do not count, each with the way to make it count again; where the
/// instance is in maintenance, that comes first and is ended for all of them at once.
final class SilencedTerms extends VBox {
  private final Silences silences;
  private final String instanceId;
  private final List<Runnable> lines = new ArrayList<>();

  /// @param findings those that are silenced
  SilencedTerms(Silences silences, String instanceId, List<Finding> findings) {
    this.silences = silences;
    this.instanceId = instanceId;
    getStyleClass().add("acknowledge-terms");
    if (silences.maintenance(instanceId).isPresent()) {
      maintenance();
    }
    findings.forEach(this::term);
    lines.forEach(Runnable::run);
  }

  private void maintenance() {
    var words = new Label();
    Button end = line(words, "End the maintenance");
    end.setOnAction(event -> lift(Silences.MAINTENANCE));
    lines.add(
        () -> {
          Optional<Instant> until = silences.maintenance(instanceId);
          words.setText(
              until
                  .map(at -> words(Silences.MAINTENANCE, at) + ": no term counts")
                  .orElse("the maintenance is ended"));
          end.setDisable(until.isEmpty());
        });
  }

  private void term(Finding finding) {
    var words = new Label();
    words.getStyleClass().add("muted");
    Button again = line(words, "Count it again");
    again.setOnAction(event -> lift(finding.term()));
    again.setVisible(silences.acknowledged(instanceId, finding.term()).isPresent());
    again.managedProperty().bind(again.visibleProperty());
    lines.add(
        () -> {
          words.setText(finding.words() + "   " + state(finding.term()));
          again.setDisable(silences.acknowledged(instanceId, finding.term()).isEmpty());
        });
  }

  private Button line(Label words, String verb) {
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    var button = new Button(verb);
    button.getStyleClass().add("flat");
    button.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(words, button);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("acknowledge-length");
    getChildren().add(line);
    return button;
  }

  /// The end of a maintenance makes every line another one.
  private void lift(String term) {
    silences.lift(instanceId, term);
    lines.forEach(Runnable::run);
  }

  private String state(String term) {
    return silences
        .acknowledged(instanceId, term)
        .map(until -> words(Silences.ACKNOWLEDGED, until))
        .orElseGet(
            () -> silences.maintenance(instanceId).isPresent() ? "in maintenance" : "counts again");
  }

  private static String words(String what, Instant until) {
    return Until.words(what, until, Instant.now(), ZoneId.systemDefault());
  }
}
