package org.binnacle.app.window;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.Icons;

/// The menu bar, made of the commands in their order.
final class MainMenu {
  private static final List<String> ORDER =
      List.of("File", "Fleet", "Plan", "Review", "View", "Tab", "Tools", "Help");

  private MainMenu() {}

  static MenuBar of(List<Command> commands) {
    Map<String, Menu> menus = new LinkedHashMap<>();
    ORDER.forEach(name -> menus.put(name, menu(name)));
    for (Command command : commands) {
      if (!command.menu().isEmpty()) {
        menus.computeIfAbsent(command.menu(), MainMenu::menu).getItems().add(item(command));
      }
    }
    var bar = new MenuBar();
    for (Menu menu : menus.values()) {
      if (!menu.getItems().isEmpty()) {
        bar.getMenus().add(menu);
      }
    }
    bar.setId("menu");
    return bar;
  }

  private static Menu menu(String name) {
    return new Menu("_" + name);
  }

  private static MenuItem item(Command command) {
    var item = new MenuItem(command.words());
    item.setId(command.id());
    if (!command.icon().isEmpty()) {
      item.setGraphic(Icons.of(command.icon()));
    }
    command.combination().ifPresent(item::setAccelerator);
    item.setOnAction(event -> command.run());
    item.setOnMenuValidation(event -> item.setDisable(!command.allowed().getAsBoolean()));
    return item;
  }
}
