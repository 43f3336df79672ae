package org.binnacle.explain.view.plan;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of the plan screen. Letters work unless a text is being typed.
final class PlanKeys {
  private static final KeyCodeCombination PASTE =
      new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

  private PlanKeys() {}

  static void attach(Node root, PlanPanel panel) {
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (used(event, panel)) {
            event.consume();
          }
        });
  }

  private static boolean used(KeyEvent event, PlanPanel panel) {
    if (typing(event.getTarget(), panel)) {
      return event.getCode() == KeyCode.ESCAPE && run(panel::focus);
    }
    if (PASTE.match(event)) {
      return run(panel::paste);
    }
    if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown()) {
      return false;
    }
    return switch (event.getCode()) {
      case N -> run(() -> panel.model().step(1));
      case P -> run(() -> panel.model().step(-1));
      case H -> run(() -> panel.model().hot());
      case C -> run(panel::copyStep);
      case D -> run(panel::compare);
      case E -> run(panel::toggleStatement);
      case K -> run(panel::keep);
      case V -> run(panel::history);
      case I -> run(panel::advise);
      case R -> run(panel::review);
      case SLASH, DIVIDE -> run(panel::find);
      case DIGIT1, NUMPAD1 -> run(() -> panel.tab(0));
      case DIGIT2, NUMPAD2 -> run(() -> panel.tab(1));
      case DIGIT3, NUMPAD3 -> run(() -> panel.tab(2));
      case DIGIT4, NUMPAD4 -> run(() -> panel.tab(3));
      case DIGIT5, NUMPAD5 -> run(() -> panel.tab(4));
      case DIGIT6, NUMPAD6 -> run(() -> panel.tab(5));
      default -> false;
    };
  }

  private static boolean typing(EventTarget target, PlanPanel panel) {
    return target instanceof TextInputControl
        || (target instanceof Node node && panel.isEditor(node));
  }

  private static boolean run(Runnable action) {
    action.run();
    return true;
  }
}
