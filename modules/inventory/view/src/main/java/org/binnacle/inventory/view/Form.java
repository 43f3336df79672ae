package org.binnacle.inventory.view;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.inventory.Field;

/// Lines of label and control, the fault of a field below it.
final class Form extends GridPane {
  private final EditorModel model;
  private int rows;

  Form(EditorModel model) {
    this.model = model;
    getStyleClass().add("form");
    var labels = new ColumnConstraints();
    labels.setMinWidth(120);
    var controls = new ColumnConstraints();
    controls.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(labels, controls);
  }

  /// A heading over the lines that follow.
  Label section(String words) {
    var label = new Label(words);
    label.getStyleClass().add("section");
    add(label, 0, rows++, 2, 1);
    return label;
  }

  TextField text(Field field, String label, String prompt) {
    var input = new TextField();
    input.setPromptText(prompt);
    input.textProperty().bindBidirectional(model.text(field));
    line(field, label, input, input);
    return input;
  }

  /// A text with values to choose from.
  ComboBox<String> choice(Field field, String label, java.util.List<String> values) {
    var box = new ComboBox<String>();
    box.setEditable(true);
    box.getItems().setAll(values);
    box.setMaxWidth(Double.MAX_VALUE);
    box.getEditor().textProperty().bindBidirectional(model.text(field));
    line(field, label, box, box.getEditor());
    return box;
  }

  /// @param input what takes the keyboard
  void line(Field field, String label, Node control, Control input) {
    input.setId("field-" + field.key());
    input
        .focusedProperty()
        .addListener(
            (seen, was, is) -> {
              if (was) {
                model.leave(field);
              }
            });
    var problem = new Label();
    problem.getStyleClass().add("problem");
    problem.setId("problem-" + field.key());
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.textProperty().bind(model.problem(field));
    problem.managedProperty().bind(Bindings.isNotEmpty(problem.textProperty()));
    problem.visibleProperty().bind(problem.managedProperty());
    ObservableValue<String> wrong = model.problem(field);
    wrong.addListener(
        (seen, was, is) ->
            input.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("mistaken"), !is.isEmpty()));
    line(label, new VBox(control, problem), input);
  }

  /// A line that belongs to no field.
  void line(String label, Node control, Node input) {
    var name = new Label(label);
    name.setLabelFor(input);
    GridPane.setValignment(name, VPos.TOP);
    name.getStyleClass().add("form-label");
    add(name, 0, rows);
    add(control, 1, rows++);
  }

  void wide(Node node) {
    add(node, 0, rows++, 2, 1);
  }

  static HBox beside(Node grows, Node... others) {
    var box = new HBox(grows);
    box.getStyleClass().add("beside");
    box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    box.getChildren().addAll(others);
    HBox.setHgrow(grows, Priority.ALWAYS);
    return box;
  }

  static void focus(TextInputControl input) {
    input.requestFocus();
    input.end();
  }
}
