package org.binnacle.explain.view.plan;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Shelf;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.kernel.Severity;

/// The one pinned plan of the window, as a plan's tab sees it: pins its own, and compares its own
/// with the pinned one. On the FX thread.
final class PlanPin implements AutoCloseable {
  private final Shelf shelf;
  private final ExplainPanels panels;
  private final PlanModel model;
  private final Node anywhere;
  private final ToggleButton button = Icons.toggle("mdi2p-pin-outline", "Pin, to compare with (D)");
  private final InvalidationListener pinned = seen -> show();

  PlanPin(Shelf shelf, ExplainPanels panels, PlanModel model, Node anywhere) {
    this.shelf = shelf;
    this.panels = panels;
    this.model = model;
    this.anywhere = anywhere;
    button.setId("plan-pin");
    button.setOnAction(event -> model.opened().get().ifPresent(shelf::pin));
    shelf.pinned().addListener(pinned);
  }

  ToggleButton button() {
    return button;
  }

  /// Whether the plan here is the pinned one.
  void show() {
    button.setSelected(
        shelf.pinned().get().isPresent() && shelf.pinned().get().equals(model.opened().get()));
  }

  /// Against the pinned plan; the pinned one against itself makes no sense and is told.
  void compare() {
    Optional<Opened> mine = model.opened().get();
    Optional<Opened> other = shelf.pinned().get();
    if (mine.isEmpty()) {
      return;
    }
    if (other.isEmpty() || other.equals(mine)) {
      Toasts.show(
          anywhere,
          Severity.NOTICE,
          "Pin another plan first, then D compares this one with it.",
          "Choose both…",
          () -> panels.compare(Optional.empty(), mine));
      return;
    }
    panels.compare(other, mine);
  }

  @Override
  public void close() {
    shelf.pinned().removeListener(pinned);
  }
}
