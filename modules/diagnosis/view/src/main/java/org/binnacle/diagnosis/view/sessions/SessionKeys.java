package org.binnacle.diagnosis.view.sessions;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.binnacle.diagnosis.kill.Verb;

/// The keys of the process list; none of them works while a text is typed, except Esc.
final class SessionKeys {
  private SessionKeys() {}

  static void attach(Node root, SessionsPanel panel, SessionActs acts) {
    // A filter, since the table would take Space for itself.
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() != KeyCode.ESCAPE && used(event, panel, acts)) {
            event.consume();
          }
        });
    // Whoever has the focus may use Esc first.
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && panel.back()) {
            event.consume();
          }
        });
  }

  private static boolean used(KeyEvent event, SessionsPanel panel, SessionActs acts) {
    boolean typing = isTyping(event);
    boolean modified = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
    return switch (event.getCode()) {
      case SLASH, DIVIDE -> !typing && !modified && run(panel::focusQuery);
      case SPACE -> !typing && !modified && run(panel::toggleFreeze);
      case G -> !typing && !modified && run(panel::nextGrouping);
      case OPEN_BRACKET -> !typing && !modified && run(() -> panel.step(-1));
      case CLOSE_BRACKET -> !typing && !modified && run(() -> panel.step(1));
      case H -> !typing && !modified && run(panel::toggleNoise);
      case X -> !typing && !modified && run(acts::export);
      case L -> !typing && !modified && run(panel::toLocks);
      case E -> !typing && !modified && run(acts::explain);
      case Y -> !typing && !modified && run(acts::copySql);
      // With the shortcut key alone it is the palette's.
      case K ->
          !typing
              && (event.isShortcutDown()
                  ? event.isShiftDown() && run(acts::killByRule)
                  : kills(event, acts));
      default -> false;
    };
  }

  private static boolean kills(KeyEvent event, SessionActs acts) {
    return !event.isAltDown()
        && !event.isMetaDown()
        && run(() -> acts.kill(event.isShiftDown() ? Verb.CONNECTION : Verb.QUERY));
  }

  // Space presses a focused button.
  private static boolean isTyping(KeyEvent event) {
    return event.getTarget() instanceof TextInputControl
        || (event.getCode() == KeyCode.SPACE && event.getTarget() instanceof ButtonBase);
  }

  private static boolean run(Runnable action) {
    action.run();
    return true;
  }
}
