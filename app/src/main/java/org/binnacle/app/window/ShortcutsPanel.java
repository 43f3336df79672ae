package org.binnacle.app.window;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.Panel;

/// All keys on one page: those of the commands, and those that every table, query bar and sheet
/// knows.
final class ShortcutsPanel implements Panel {
  private static final Map<String, Map<String, String>> EVERYWHERE =
      Map.of(
          "In a table",
          ordered(
              "Enter", "Open the row",
              "Ctrl+C", "Copy rows",
              "Ctrl+Shift+C", "Copy the cell",
              "Shift+click on a header", "Sort by a further column",
              "Ctrl+A", "Select all rows"),
          "In a query bar",
          ordered(
              "Down", "Queries used before",
              "Tab or Enter", "Take the offer",
              "Esc", "Clear"),
          "In a sheet",
          ordered("Esc", "Back"));

  private final ObservableValue<String> title = new SimpleStringProperty("Keyboard shortcuts");
  private final ScrollPane scroll;

  ShortcutsPanel(List<Command> commands) {
    var page = new VBox();
    page.getStyleClass().add("page");
    Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    for (Command command : commands) {
      if (!command.key().isEmpty()) {
        groups
            .computeIfAbsent(command.menu(), name -> new LinkedHashMap<>())
            .put(command.keyText(), command.words());
      }
    }
    EVERYWHERE.keySet().stream().sorted().forEach(name -> groups.put(name, EVERYWHERE.get(name)));
    groups.forEach((name, keys) -> page.getChildren().addAll(heading(name), grid(keys)));
    scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
  }

  @Override
  public String id() {
    return "shortcuts";
  }

  @Override
  public ObservableValue<String> title() {
    return title;
  }

  @Override
  public String icon() {
    return "mdi2k-keyboard-outline";
  }

  @Override
  public String help() {
    return "window";
  }

  @Override
  public Node node() {
    return scroll;
  }

  @Override
  public void close() {}

  private static Label heading(String name) {
    var heading = new Label(name);
    heading.getStyleClass().add("page-section");
    return heading;
  }

  private static GridPane grid(Map<String, String> keys) {
    var grid = new GridPane();
    grid.getStyleClass().add("key-grid");
    grid.getColumnConstraints().add(new ColumnConstraints(140));
    int line = 0;
    for (Map.Entry<String, String> key : keys.entrySet()) {
      var combination = new Label(key.getKey());
      combination.getStyleClass().add("key");
      grid.add(combination, 0, line);
      grid.add(new Label(key.getValue()), 1, line++);
    }
    return grid;
  }

  private static Map<String, String> ordered(String... pairs) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
