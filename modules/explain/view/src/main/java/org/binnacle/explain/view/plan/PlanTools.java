package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.binnacle.fxkit.Icons;

/// The buttons at the right end of a plan's head: what its tab can do in this run.
final class PlanTools {
  private final List<Node> all = new ArrayList<>();
  private final PlanLinks links;
  private final Button review;

  /// @param panel whose acts they are
  PlanTools(PlanPanel panel, PlanRoom room, Keeping keeping, PlanLinks links, Node pin) {
    this.links = links;
    all.add(room.statementShown());
    if (keeping.possible()) {
      all.add(named("plan-keep", "mdi2b-bookmark-plus-outline", "Keep this plan (K)", panel::keep));
      all.add(
          named("plan-history", "mdi2h-history", "History of this statement (V)", panel::history));
    }
    if (links.advises()) {
      all.add(
          named("plan-advise", "mdi2l-lightbulb-on-outline", "Index advice (I)", links::advise));
    }
    review =
        named(
            "plan-review",
            "mdi2t-text-box-check-outline",
            "Review this statement (R)",
            links::review);
    if (links.reviews()) {
      all.add(review);
    }
    all.add(pin);
    all.add(
        Icons.button(
            "mdi2c-compare-horizontal", "Compare with the pinned plan (D)", panel::compare));
    all.add(
        Icons.button(
            "mdi2c-content-paste", "Open a plan from the clipboard (Ctrl+V)", panel::paste));
    all.add(
        Icons.button("mdi2f-folder-open-outline", "Open a plan from a file", panel::chooseFile));
    all.add(panel.exports());
  }

  private static Button named(String id, String icon, String words, Runnable act) {
    Button button = Icons.button(icon, words, act);
    button.setId(id);
    return button;
  }

  List<Node> all() {
    return all;
  }

  /// As the plan that is shown allows.
  void show() {
    review.setDisable(!links.known());
  }
}
