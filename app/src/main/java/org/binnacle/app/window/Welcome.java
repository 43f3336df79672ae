package org.binnacle.app.window;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.Icons;

/// Where no tab is open: what one can do next.
final class Welcome extends VBox {
  Welcome() {
    getStyleClass().addAll("placeholder-box", "welcome");
    setAlignment(Pos.CENTER);
  }

  /// @param ids of the commands offered as buttons
  void offer(List<Command> commands, List<String> ids) {
    var title = new Label("Nothing is open");
    title.getStyleClass().add("heading");
    var words =
        new Label(
            "Open an instance from the fleet at the left, or press Ctrl+K and type its name.");
    words.getStyleClass().add("muted");
    words.setWrapText(true);
    getChildren().setAll(Icons.of("mdi2c-compass-outline"), title, words);
    var buttons = new HBox(8);
    buttons.setAlignment(Pos.CENTER);
    for (String id : ids) {
      commands.stream()
          .filter(command -> command.id().equals(id))
          .map(Welcome::button)
          .forEach(buttons.getChildren()::add);
    }
    if (!buttons.getChildren().isEmpty()) {
      buttons.getChildren().getFirst().getStyleClass().add("accent");
      getChildren().add(buttons);
    }
  }

  private static Button button(Command command) {
    var button = new Button(command.words());
    if (!command.icon().isEmpty()) {
      button.setGraphic(Icons.of(command.icon()));
    }
    button.setOnAction(event -> command.run());
    return button;
  }
}
