package org.binnacle.review.view.rules;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.Icons;
import org.binnacle.review.set.RuleSetDraft;
import org.binnacle.review.set.RuleSets;

/// The head of a rule set: its name, what it extends, its server, which side of it is shown, the
/// search.
final class RulesHead extends VBox {
  private final TextField search = new TextField();
  private final TextField name = new TextField();
  private final TextField server = new TextField();
  private final ChoiceBox<String> base = new ChoiceBox<>();
  private final Hands hands;
  private boolean showing;

  /// A side of the set: its words, what shows it.
  record Side(String words, Node node) {}

  /// What the head asks of its panel.
  interface Hands extends RulePage.Hands {
    void search(String words);

    void side(Node node);

    void save();

    void use();
  }

  /// @param sides the first of them is shown
  RulesHead(List<Side> sides, Hands hands) {
    this.hands = hands;
    search.setId("rules-search");
    search.setPromptText("Search rules (Ctrl+F)");
    search.textProperty().addListener((seen, was, is) -> hands.search(is));
    HBox.setHgrow(search, Priority.ALWAYS);
    name.setId("rules-name");
    name.setPrefColumnCount(11);
    server.setId("rules-server");
    server.setPromptText("8.0.36");
    server.setPrefColumnCount(6);
    base.setId("rules-base");
    base.getItems().setAll(RuleSets.SHIPPED);
    name.textProperty()
        .addListener(
            (seen, was, is) ->
                changed(hands.draft().named(is.isBlank() ? "my-rules" : is.strip())));
    server
        .textProperty()
        .addListener((seen, was, is) -> changed(hands.draft().forServer(is.strip())));
    base.valueProperty()
        .addListener((seen, was, is) -> changed(hands.draft().extending(is == null ? "" : is)));
    var second = new HBox(sides(sides), search);
    second.setAlignment(Pos.CENTER_LEFT);
    second.getStyleClass().add("review-tools");
    getChildren().addAll(first(), second);
  }

  private Node first() {
    var save = new Button("Save…", Icons.of("mdi2c-content-save-outline"));
    save.setId("rules-save");
    save.setOnAction(event -> hands.save());
    var use = new Button("Use for reviews");
    use.setId("rules-use");
    use.setOnAction(event -> hands.use());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var line =
        new HBox(
            quiet("Set"),
            name,
            quiet("extends"),
            base,
            quiet("for server"),
            server,
            gap,
            use,
            save);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("review-bar");
    return line;
  }

  private Node sides(List<Side> sides) {
    var group = new ToggleGroup();
    var box = new HBox();
    for (Side side : sides) {
      var button = new ToggleButton(side.words());
      button.setToggleGroup(group);
      button.setSelected(box.getChildren().isEmpty());
      button.setOnAction(
          event -> {
            button.setSelected(true);
            hands.side(side.node());
          });
      box.getChildren().add(button);
    }
    box.getStyleClass().add("rule-views");
    return box;
  }

  private static Label quiet(String words) {
    var label = new Label(words);
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void changed(RuleSetDraft other) {
    if (!showing && !other.equals(hands.draft())) {
      hands.change(other);
    }
  }

  TextField search() {
    return search;
  }

  String name() {
    return name.getText();
  }

  /// Shows what the draft says; a field that is typed into stays.
  void show(RuleSetDraft draft) {
    showing = true;
    put(name, draft.name());
    put(server, draft.server());
    if (!draft.base().isEmpty() && !base.getItems().contains(draft.base())) {
      base.getItems().add(draft.base());
    }
    base.setValue(draft.base().isEmpty() ? null : draft.base());
    showing = false;
  }

  private static void put(TextField field, String text) {
    if (!field.isFocused()) {
      field.setText(text);
    }
  }
}
