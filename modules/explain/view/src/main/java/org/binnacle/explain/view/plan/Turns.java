package org.binnacle.explain.view.plan;

import java.util.List;
import javafx.scene.Node;
import org.binnacle.fxkit.FxThread;

/// Work of the FX thread cut into parts, each in an event of its own: what users do and a pulse
/// that is due come between them, so that a screen that opens holds up no other. What a part puts
/// into the scene is styled in one further event and laid out in another; else the next pulse would
/// do that for all parts at once. On the FX thread.
final class Turns {
  private long asked;

  /// One part.
  interface Part {
    /// Does the work.
    ///
    /// @return what it has put into the scene
    List<? extends Node> place();

    /// Work that puts nothing into the scene, or what styles itself.
    static Part of(Runnable work) {
      return () -> {
        work.run();
        return List.of();
      };
    }

    /// Work that puts a node into the scene.
    static Part of(Node node, Runnable work) {
      return () -> {
        work.run();
        return List.of(node);
      };
    }
  }

  /// Does the parts one after the other, the first in an event of its own too; what is left of an
  /// earlier list is dropped.
  void begin(List<? extends Part> parts) {
    FxThread.check();
    asked++;
    long number = asked;
    FxThread.later(() -> turn(number, parts, 0));
  }

  private void turn(long number, List<? extends Part> parts, int at) {
    if (number != asked || at == parts.size()) {
      return;
    }
    List<? extends Node> placed = parts.get(at).place();
    Runnable next = () -> turn(number, parts, at + 1);
    FxThread.later(
        () -> {
          style(placed);
          FxThread.later(
              () -> {
                layOut(placed);
                FxThread.later(next);
              });
        });
  }

  private static void style(List<? extends Node> placed) {
    for (Node node : placed) {
      if (node.getScene() != null) {
        node.applyCss();
      }
    }
  }

  private static void layOut(List<? extends Node> placed) {
    placed.stream()
        .filter(node -> node.getScene() != null)
        .findFirst()
        .ifPresent(node -> node.getScene().getRoot().layout());
  }

  /// Drops what is left.
  void drop() {
    asked++;
  }
}
