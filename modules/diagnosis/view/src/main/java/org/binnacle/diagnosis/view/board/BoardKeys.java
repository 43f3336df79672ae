package org.binnacle.diagnosis.view.board;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.binnacle.diagnosis.view.instance.PlainKeys;

/// The keys of the board; none of them works while a text is typed, except Esc.
final class BoardKeys {
  private BoardKeys() {}

  static void attach(Node root, BoardPanel panel, BoardActs acts) {
    PlainKeys.attach(root, event -> PlainKeys.plain(event) && used(event, panel, acts));
  }

  private static boolean used(KeyEvent event, BoardPanel panel, BoardActs acts) {
    return switch (event.getCode()) {
      case SLASH, DIVIDE -> run(panel::focusQuery);
      case ENTER -> run(panel::enter);
      case SPACE -> run(panel::togglePin);
      case A -> run(acts::acknowledge);
      case G -> run(panel::nextGrouping);
      case I -> run(acts::capture);
      case K -> run(acts::kill);
      case L -> run(() -> acts.open("locks"));
      case R -> run(acts::retry);
      case T -> run(() -> acts.open("replication"));
      case X -> run(acts::export);
      case ESCAPE -> panel.back();
      default -> false;
    };
  }

  private static boolean run(Runnable action) {
    action.run();
    return true;
  }
}
