package org.binnacle.review.view.server;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Words;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.view.Servers;

/// The server that would be asked, and why this one.
final class PickedCard extends VBox {
  private final Words words;
  private final Runnable sourceToo;

  /// @param sourceToo one that takes writes is wanted
  PickedCard(Words words, Runnable sourceToo) {
    this.words = words;
    this.sourceToo = sourceToo;
    setId("server-card");
    getStyleClass().add("server-card");
    none();
  }

  void none() {
    FxThread.check();
    getChildren()
        .setAll(quiet("Choose a cluster or an instance: the server to be asked is shown."));
  }

  void looking(String target) {
    FxThread.check();
    var turning = new ProgressIndicator();
    turning.setPrefSize(16, 16);
    var line = new HBox(turning, quiet("Looking at " + target));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("rule-line");
    getChildren().setAll(line);
  }

  void failed(Fault fault) {
    FxThread.check();
    Words.Told told = words.of(fault);
    var icon = Icons.of("mdi2a-alert-outline");
    icon.getStyleClass().addAll("tint", "orange");
    var happened = text(told.happened());
    happened.setGraphic(icon);
    happened.getStyleClass().add("name");
    getChildren().setAll(happened, quiet(told.next()));
    if (fault.code().equals(ReviewFaults.NO_REPLICA)) {
      var button = new Button("Look at the source too");
      button.setId("server-source");
      button.setOnAction(event -> sourceToo.run());
      getChildren().add(button);
    }
  }

  void show(Servers.Picked server) {
    FxThread.check();
    var name = new Label(server.instance().name());
    name.getStyleClass().add("name");
    var line = new HBox(name, quiet(server.instance().address()));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("rule-line");
    Optional.of(server.instance().environment())
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> line.getChildren().add(1, band(text, server.instance().colour())));
    var pills = new HBox(Icons.pill(version(server.version()), "grey"));
    pills.getStyleClass().add("prediction-pills");
    pills.getChildren().add(Icons.pill(server.role(), server.takesWrites() ? "red" : "green"));
    Consumer<String> lag =
        text -> pills.getChildren().add(Icons.pill(text, Lag.isFar(server) ? "orange" : "grey"));
    Optional.of(Lag.words(server)).filter(text -> !text.isEmpty()).ifPresent(lag);
    getChildren().setAll(line, pills, text(sentence(server.why())));
    if (server.takesWrites()) {
      getChildren().add(text("It takes writes: you are asked once more before it is asked."));
    } else if (Lag.isFar(server)) {
      getChildren()
          .add(
              text(
                  "Its rows and statistics are those of then. Wait until it has caught up, choose"
                      + " another, or ask it all the same."));
    }
    if (!server.passed().isEmpty()) {
      getChildren().add(quiet("Not taken: " + String.join("; ", server.passed()) + "."));
    }
  }

  private static String version(String version) {
    return (version.contains("MariaDB") ? "MariaDB " : "MySQL ") + version;
  }

  private static String sentence(String why) {
    return why.isEmpty() ? "" : Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
  }

  private static Label band(String environment, String colour) {
    var band = new Label(environment);
    band.getStyleClass().add("band");
    Colours.put(band, colour);
    return band;
  }

  private static Label text(String words) {
    var label = new Label(words);
    label.setWrapText(true);
    return label;
  }

  private static Label quiet(String words) {
    var label = text(words);
    label.getStyleClass().add("muted");
    return label;
  }
}
