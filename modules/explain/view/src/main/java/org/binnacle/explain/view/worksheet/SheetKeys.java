package org.binnacle.explain.view.worksheet;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of a worksheet.
final class SheetKeys {
  private SheetKeys() {}

  static void attach(Node root, SheetPanel panel) {
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && !event.isAltDown() && used(event, panel)) {
            event.consume();
          }
        });
  }

  private static boolean used(KeyEvent event, SheetPanel panel) {
    boolean shift = event.isShiftDown();
    KeyCode code = event.getCode();
    return switch (code) {
      case ENTER -> run(shift ? panel::runAll : panel::runOne);
      case E -> run(shift ? panel::advise : panel::explain);
      case H -> shift && run(panel::searchHistory);
      case PERIOD -> !shift && run(panel::cancel);
      case S -> run(() -> panel.save(shift));
      case O -> !shift && run(panel::openFile);
      default -> false;
    };
  }

  private static boolean run(Runnable action) {
    action.run();
    return true;
  }
}
