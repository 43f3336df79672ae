package org.binnacle.diagnosis.view.sessions;

import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.binnacle.diagnosis.mark.MarkColour;
import org.binnacle.diagnosis.mark.MarkRule;
import org.binnacle.diagnosis.mark.MarkShape;
import org.binnacle.fxkit.Icons;

/// One rule in the sheet of colour rules.
final class MarkLine extends HBox {
  private final CheckBox on = new CheckBox();
  private final TextField word = new TextField();
  private final TextField query = new TextField();
  private final ComboBox<MarkColour> colour = new ComboBox<>();
  private final ComboBox<MarkShape> shape = new ComboBox<>();
  private final Label news = new Label();

  /// @param move moves it by so many places
  /// @param changed told of each change
  MarkLine(MarkRule rule, IntConsumer move, Runnable remove, Runnable changed) {
    getStyleClass().add("mark-line");
    setAlignment(Pos.CENTER_LEFT);
    on.setSelected(rule.on());
    on.setAccessibleText("Use this rule");
    word.setText(rule.word());
    word.setPromptText("word");
    word.setPrefColumnCount(8);
    query.setText(rule.query());
    query.setPromptText("user:app time>5s");
    query.setAccessibleText("Which rows, as in the query bar");
    HBox.setHgrow(query, Priority.ALWAYS);
    colour.setItems(FXCollections.observableArrayList(MarkColour.values()));
    colour.setValue(rule.colour());
    colour.setCellFactory(list -> new Cell<>(MarkLine::pill));
    colour.setButtonCell(new Cell<>(MarkLine::pill));
    colour.setAccessibleText("Colour");
    shape.setItems(FXCollections.observableArrayList(MarkShape.values()));
    shape.setValue(rule.shape());
    shape.setCellFactory(list -> new Cell<>(one -> Icons.of(Marking.icon(one))));
    shape.setButtonCell(new Cell<>(one -> Icons.of(Marking.icon(one))));
    shape.setAccessibleText("Shape");
    news.getStyleClass().add("mark-news");
    news.setMinWidth(90);
    on.selectedProperty().addListener(seen -> changed.run());
    word.textProperty().addListener(seen -> changed.run());
    query.textProperty().addListener(seen -> changed.run());
    colour.valueProperty().addListener(seen -> changed.run());
    shape.valueProperty().addListener(seen -> changed.run());
    getChildren()
        .addAll(
            on,
            word,
            query,
            colour,
            shape,
            news,
            Icons.button("mdi2a-arrow-up", "Sooner", () -> move.accept(-1)),
            Icons.button("mdi2a-arrow-down", "Later", () -> move.accept(1)),
            Icons.button("mdi2t-trash-can-outline", "Remove this rule", remove));
  }

  private static Node pill(MarkColour colour) {
    return Icons.pill(colour.token(), colour == MarkColour.NONE ? "" : colour.token());
  }

  MarkRule rule() {
    return new MarkRule(
        word.getText().strip(),
        query.getText().strip(),
        colour.getValue(),
        shape.getValue(),
        on.isSelected());
  }

  /// What it finds now, or what is wrong with it.
  void tell(String words, boolean wrong) {
    news.setText(words);
    news.getStyleClass().remove("wrong");
    if (wrong) {
      news.getStyleClass().add("wrong");
    }
  }

  /// The name of its fields, for the place it has now.
  void place(int place) {
    on.setId("mark-on-" + place);
    word.setId("mark-word-" + place);
    query.setId("mark-query-" + place);
    colour.setId("mark-colour-" + place);
    shape.setId("mark-shape-" + place);
  }

  void focusWord() {
    word.requestFocus();
  }

  private static final class Cell<T> extends ListCell<T> {
    private final Function<T, Node> look;

    Cell(Function<T, Node> look) {
      this.look = look;
    }

    @Override
    protected void updateItem(T value, boolean empty) {
      super.updateItem(value, empty);
      setText(null);
      setGraphic(empty || value == null ? null : look.apply(value));
    }
  }
}
