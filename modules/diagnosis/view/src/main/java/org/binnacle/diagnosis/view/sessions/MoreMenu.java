package org.binnacle.diagnosis.view.sessions;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.binnacle.fxkit.Icons;

/// What is done seldom: kills by rule, colour rules.
final class MoreMenu extends MenuButton {

  MoreMenu(SessionActs acts) {
    setId("sessions-more");
    setGraphic(Icons.of("mdi2d-dots-vertical"));
    setTooltip(new Tooltip("Kill by rule, colour rules"));
    setAccessibleText("More");
    getItems()
        .addAll(
            item("Kill by rule...   (Ctrl+Shift+K)", acts::killByRule),
            item("Colour rules...", acts::colourRules));
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }
}
