package org.binnacle.diagnosis.view.instance;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The digits of the switcher, capture and marks; none of them works while a text is typed.
final class ViewKeys {
  private ViewKeys() {}

  static void attach(Node root, InstancePanel panel) {
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.I
              && !(event.getTarget() instanceof TextInputControl)
              && (plain(event) || shift(event))) {
            panel.capture();
            event.consume();
            return;
          }
          if (event.getCode() == KeyCode.R
              && !(event.getTarget() instanceof TextInputControl)
              && shift(event)) {
            panel.record();
            event.consume();
            return;
          }
          if (!(event.getTarget() instanceof TextInputControl)
              && shift(event)
              && marks(event.getCode(), panel.moments())) {
            event.consume();
            return;
          }
          int digit = digit(event);
          if (digit >= 0 && !(event.getTarget() instanceof TextInputControl) && plain(event)) {
            if (panel.choose(digit)) {
              event.consume();
            }
          }
        });
  }

  private static boolean marks(KeyCode code, Moments moments) {
    if (!moments.possible()) {
      return false;
    }
    switch (code) {
      case A -> moments.take(Moments.Name.A);
      case B -> moments.take(Moments.Name.B);
      case D -> moments.compare();
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean plain(KeyEvent event) {
    return !event.isShortcutDown()
        && !event.isAltDown()
        && !event.isMetaDown()
        && !event.isControlDown()
        && !event.isShiftDown();
  }

  private static boolean shift(KeyEvent event) {
    return event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
  }

  private static int digit(KeyEvent event) {
    return switch (event.getCode()) {
      case DIGIT0, NUMPAD0 -> 0;
      case DIGIT1, NUMPAD1 -> 1;
      case DIGIT2, NUMPAD2 -> 2;
      case DIGIT3, NUMPAD3 -> 3;
      case DIGIT4, NUMPAD4 -> 4;
      case DIGIT5, NUMPAD5 -> 5;
      case DIGIT6, NUMPAD6 -> 6;
      case DIGIT7, NUMPAD7 -> 7;
      case DIGIT8, NUMPAD8 -> 8;
      case DIGIT9, NUMPAD9 -> 9;
      default -> -1;
    };
  }
}
