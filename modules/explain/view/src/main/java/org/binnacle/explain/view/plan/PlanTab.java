package org.binnacle.explain.view.plan;

import java.util.List;
import javafx.scene.Node;

/// What fills one tab of the plan screen. Made when its tab first comes to the front; all on the FX
/// thread.
interface PlanTab {

  Node node();

  /// How it comes to stand, part by part; then it is shown.
  default List<Turns.Part> parts() {
    return List.of(() -> List.of(node()));
  }

  /// Another plan, or the tab comes to the front: show it with its selection.
  void show();

  /// Brings it up to date, and tells when all of it that is in sight stands, which may take further
  /// events.
  default void stand(Runnable whole) {
    show();
    whole.run();
  }

  /// Where the keyboard goes.
  default void focus() {
    node().requestFocus();
  }

  /// Colours have changed.
  default void redraw() {}

  void close();
}
