package org.binnacle.diagnosis.view.sessions;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.query.QueryField;
import org.binnacle.fxkit.sheet.Sheet;

/// Saved filters: use one, keep the present one under a name, remove one.
final class FilterMenu extends MenuButton {
  private final SessionsModel model;
  private final QueryField query;

  FilterMenu(SessionsModel model, QueryField query) {
    this.model = model;
    this.query = query;
    setGraphic(Icons.of("mdi2s-star-outline"));
    setTooltip(new Tooltip("Saved filters; use one in a query as @name"));
    setAccessibleText("Saved filters");
    setOnShowing(event -> fill());
    fill();
  }

  private void fill() {
    getItems().clear();
    model
        .filters()
        .forEach(
            (name, text) -> {
              var use = new MenuItem("@" + name + "    " + text);
              use.setMnemonicParsing(false);
              use.setOnAction(event -> query.text().set("@" + name));
              getItems().add(use);
            });
    if (!getItems().isEmpty()) {
      var remove = new Menu("Remove");
      model.filters().keySet().forEach(name -> remove.getItems().add(removal(name)));
      getItems().addAll(new SeparatorMenuItem(), remove);
    }
    var keep = new MenuItem("Save this filter...");
    keep.setDisable(query.used().isBlank());
    keep.setOnAction(event -> ask());
    getItems().add(keep);
  }

  private MenuItem removal(String name) {
    var item = new MenuItem("@" + name);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> model.removeFilter(name));
    return item;
  }

  private void ask() {
    String text = query.used();
    var name = new TextField();
    name.setId("filter-name");
    name.setPromptText("name without spaces");
    var words = new Label("Keep   " + text + "   under the name");
    words.setWrapText(true);
    words.setLabelFor(name);
    Sheet.titled("Save this filter")
        .body(words, name)
        .refuseWhile(
            name.textProperty()
                .isEmpty()
                .or(
                    Bindings.createBooleanBinding(
                        () -> name.getText().matches(".*\\s.*"), name.textProperty())))
        .act(
            "Save filter",
            Sheet.Kind.USUAL,
            sheet -> {
              model.saveFilter(name.getText(), text);
              sheet.close();
            })
        .open(this);
  }
}
