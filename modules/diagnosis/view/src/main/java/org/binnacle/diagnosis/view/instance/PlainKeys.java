package org.binnacle.diagnosis.view.instance;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys of a view that are letters: they work unless a text is being typed.
public final class PlainKeys {
  private PlainKeys() {}

  /// @param used tells whether it has used the key, which then goes no further; Esc comes only
  ///   where nobody else has used it
  public static void attach(Node root, Predicate<KeyEvent> used) {
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() != KeyCode.ESCAPE && !isTyping(event) && used.test(event)) {
            event.consume();
          }
        });
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && used.test(event)) {
            event.consume();
          }
        });
  }

  /// Whether no key that makes a shortcut is held; Shift may be.
  public static boolean plain(KeyEvent event) {
    return !event.isShortcutDown()
        && !event.isControlDown()
        && !event.isAltDown()
        && !event.isMetaDown();
  }

  // Space and Enter press a focused button.
  private static boolean isTyping(KeyEvent event) {
    boolean presses = event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
    return event.getTarget() instanceof TextInputControl
        || (presses && event.getTarget() instanceof ButtonBase);
  }
}
