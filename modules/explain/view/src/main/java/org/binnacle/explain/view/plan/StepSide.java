package org.binnacle.explain.view.plan;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/// What stands beside the tabs: the selected step above, the findings below. The step takes what
/// its words need and at most its share, so that no gap stands between them; where the user has
/// moved the divider, it stays there.
final class StepSide extends SplitPane {
  /// Below this its words would break within.
  private static final double NARROWEST = 260;

  /// Of the height, at most.
  private static final double SHARE = 0.55;

  private final StepPane step;
  private boolean moved;

  StepSide(StepPane step, FindingList findings) {
    this.step = step;
    setOrientation(Orientation.VERTICAL);
    setMinWidth(NARROWEST);
    // Both from the start: a divider that is set while the second one comes may be forgotten.
    getItems().setAll(step, findings);
    setDividerPositions(SHARE);
    addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    step.wanted().addListener(seen -> fit());
    heightProperty().addListener(seen -> fit());
  }

  private void dragged(MouseEvent event) {
    if (event.getTarget() instanceof Node node
        && node.getStyleClass().contains("split-pane-divider")) {
      moved = true;
    }
  }

  private void fit() {
    double wanted = step.wanted().get();
    if (!moved && wanted > 0 && getHeight() > 0) {
      setDividerPositions(Math.min(SHARE, wanted / getHeight()));
    }
  }
}
