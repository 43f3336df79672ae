package org.binnacle.review.view.script;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the review screen.
final class ReviewKeys {
  private ReviewKeys() {}

  static void attach(Node root, ReviewPanel panel) {
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (used(event, panel)) {
            event.consume();
          }
        });
  }

  private static boolean used(KeyEvent event, ReviewPanel panel) {
    KeyCode code = event.getCode();
    if (event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown()) {
      return switch (code) {
        case O -> run(() -> new ReviewHands(panel).open());
        case S -> run(() -> new ReviewHands(panel).save());
        case F -> run(() -> panel.findings().filter().requestFocus());
        case P -> run(panel.chosen()::openPlan);
        default -> false;
      };
    }
    if (event.isShortcutDown()) {
      return false;
    }
    return switch (code) {
      case F8 -> run(() -> panel.chosen().step(event.isShiftDown() ? -1 : 1));
      case F5 -> run(() -> new ReviewHands(panel).again());
      case ENTER -> event.isAltDown() && run(panel.chosen()::offer);
      case ESCAPE -> escaped(panel);
      default -> false;
    };
  }

  /// One level back: the filter is emptied, then the keyboard goes to the text.
  private static boolean escaped(ReviewPanel panel) {
    var filter = panel.findings().filter();
    if (filter.isFocused() && !filter.getText().isEmpty()) {
      filter.clear();
      return true;
    }
    boolean elsewhere = filter.isFocused() || panel.findings().table().view().isFocused();
    if (elsewhere) {
      panel.focus();
    }
    return elsewhere;
  }

  private static boolean run(Runnable action) {
    action.run();
    return true;
  }
}
