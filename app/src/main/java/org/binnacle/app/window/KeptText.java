package org.binnacle.app.window;

import java.util.function.Predicate;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.binnacle.kernel.Settings;

/// A setting that is typed. Kept when the field is left or Enter is pressed; Esc brings back what
/// is kept.
final class KeptText extends TextField {
  private final Settings settings;
  private final String key;
  private final Predicate<String> right;

  /// @param key where it is kept
  /// @param like an example
  /// @param words what it is, for those who do not see the page
  KeptText(Settings settings, String key, String like, String words) {
    this(settings, key, like, words, typed -> true);
  }

  /// @param right whether a text may be kept; asked with what is kept already, too
  KeptText(Settings settings, String key, String like, String words, Predicate<String> right) {
    this.right = right;
    this.settings = settings;
    this.key = key;
    setId("setting-" + key);
    setPromptText(like);
    setPrefColumnCount(26);
    setAccessibleText(words);
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
    setText(settings.get(key).orElse(""));
    var _ = right.test(getText());
  }

  private void keep() {
    String text = getText().strip();
    if (!right.test(text)) {
      return;
    }
    if (text.isEmpty()) {
      settings.remove(key);
    } else if (!text.equals(settings.get(key).orElse(""))) {
      settings.put(key, text);
    }
  }
}
