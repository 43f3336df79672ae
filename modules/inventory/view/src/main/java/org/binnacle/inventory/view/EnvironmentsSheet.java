package org.binnacle.inventory.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.inventory.Environment;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;

/// The environments with their colour and the care that changes on them ask for.
final class EnvironmentsSheet {

  private record Line(TextField name, ComboBox<String> colour, ComboBox<Safety> safety) {
    Environment value() {
      return new Environment(name.getText().strip(), colour.getValue(), safety.getValue());
    }
  }

  private final FleetSheets.Ports ports;
  private final Node anywhere;
  private final VBox box = new VBox();
  private final List<Line> lines = new ArrayList<>();
  private final Work work = new Work();
  private final Sheet sheet;

  private EnvironmentsSheet(FleetSheets.Ports ports, Node anywhere) {
    this.ports = ports;
    this.anywhere = anywhere;
    box.getStyleClass().add("environments");
    box.getStylesheets().add(Themes.css("fleet"));
    ports.inventory().environments().forEach(this::line);
    var add =
        Icons.button(
            "mdi2p-plus",
            "Add an environment",
            "Add an environment",
            () -> line(new Environment("", "blue", Safety.CAREFUL)).name().requestFocus());
    this.sheet =
        Sheet.titled("Environments")
            .body(
                new Label("STRICT asks for the instance's name before a dangerous act."), box, add)
            .onClose(work::close)
            .act("Save environments", Sheet.Kind.USUAL, opened -> save())
            .open(anywhere);
  }

  static EnvironmentsSheet open(FleetSheets.Ports ports, Node anywhere) {
    return new EnvironmentsSheet(ports, anywhere);
  }

  private Line line(Environment environment) {
    var name = new TextField(environment.name());
    name.setPromptText("name");
    HBox.setHgrow(name, Priority.ALWAYS);
    var colour = new ComboBox<String>();
    colour.getItems().setAll(Colours.tokens());
    colour.setValue(environment.colour());
    colour.setCellFactory(view -> swatch());
    colour.setButtonCell(swatch());
    var safety = new ComboBox<Safety>();
    safety.getItems().setAll(Safety.values());
    safety.setValue(environment.safety());
    colour.setPrefWidth(120);
    safety.setPrefWidth(130);
    colour.setMinWidth(120);
    safety.setMinWidth(130);
    var line = new Line(name, colour, safety);
    var row = new HBox(name, colour, safety);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("beside");
    row.getChildren()
        .add(
            Icons.button(
                "mdi2d-delete-outline",
                "Remove the environment",
                () -> {
                  lines.remove(line);
                  box.getChildren().remove(row);
                }));
    lines.add(line);
    box.getChildren().add(row);
    return line;
  }

  private static ListCell<String> swatch() {
    return new ListCell<>() {
      private final Label band = new Label();

      @Override
      protected void updateItem(String colour, boolean empty) {
        super.updateItem(colour, empty);
        if (empty || colour == null) {
          setGraphic(null);
          return;
        }
        band.getStyleClass().setAll("label", "band");
        band.setText(colour);
        Colours.put(band, colour);
        setGraphic(band);
      }
    };
  }

  private void save() {
    List<Environment> values = lines.stream().map(Line::value).toList();
    sheet.busy(true);
    work.run(
        () -> {
          ports.inventory().saveEnvironments(values);
          return values.size();
        },
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Integer> ok -> {
              sheet.close();
              Toasts.show(
                  anywhere,
                  Severity.OK,
                  "Saved the environments",
                  "Undo",
                  () -> Undo.run(ports, anywhere));
            }
            case Outcome.Failed<Integer> failed -> sheet.failed(failed.fault(), ports.words());
          }
        });
  }
}
