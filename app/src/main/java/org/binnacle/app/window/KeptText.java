package org.binnacle.app.window;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.binnacle.kernel.Settings;

/// The users whose sessions are never killed, as patterns between commas. Kept when the field is
/// left or Enter is pressed; Esc brings back what is kept.
final class ProtectedUsers extends TextField {
  /// As the engine of kills reads it.
  private static final String KEY = "kill.protected";

  private final Settings settings;

  ProtectedUsers(Settings settings) {
    this.settings = settings;
    setId("setting-" + KEY);
    setPromptText("backup*, root");
    setPrefColumnCount(26);
    setAccessibleText("Users that are never killed");
    back();
    setOnAction(event -> keep());
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            back();
          }
        });
    focusedProperty()
        .addListener(
            (seen, was, is) -> {
              if (!is) {
                keep();
              }
            });
  }

  private void back() {
    setText(settings.get(KEY).orElse(""));
  }

  private void keep() {
    String text = getText().strip();
    if (text.isEmpty()) {
      settings.remove(KEY);
    } else if (!text.equals(settings.get(KEY).orElse(""))) {
      settings.put(KEY, text);
    }
  }
}
