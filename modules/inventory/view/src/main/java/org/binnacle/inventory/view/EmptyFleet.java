package org.binnacle.inventory.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.Icons;

/// What stands where the tree would be while there are no instances: the ways to get some.
final class EmptyFleet {
  private final VBox box = new VBox();

  EmptyFleet(FleetActions actions, FleetSheets sheets) {
    box.getStyleClass().addAll("placeholder-box", "fleet-empty");
    box.setAlignment(Pos.CENTER);
    var heading = new Label("No instances yet");
    heading.getStyleClass().add("heading");
    var words =
        new Label("Add a server, import what other programs know, or look around one server.");
    words.getStyleClass().add("muted");
    words.setWrapText(true);
    box.getChildren().addAll(Icons.of("mdi2d-database-plus-outline"), heading, words);
    button("mdi2p-plus", "Add an instance", () -> sheets.add(box)).getStyleClass().add("accent");
    button("mdi2i-import", "Import", () -> sheets.importFiles(box));
    if (actions.hasDemo()) {
      button("mdi2p-play-outline", "Start the demo fleet", actions::demo);
    } else {
      var demo = new Label("To look around a fleet under load first, run: binnacle demo");
      demo.getStyleClass().add("muted");
      demo.setWrapText(true);
      box.getChildren().add(demo);
    }
  }

  Node node() {
    return box;
  }

  private Button button(String icon, String verb, Runnable action) {
    Button button = Icons.button(icon, verb, verb, action);
    button.setMaxWidth(220);
    box.getChildren().add(button);
    return button;
  }
}
