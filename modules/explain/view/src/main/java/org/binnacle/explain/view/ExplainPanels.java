package org.binnacle.explain.view;

import java.nio.file.Path;
import java.util.Optional;
import org.binnacle.explain.view.compare.ComparePanel;
import org.binnacle.explain.view.plan.Opened;
import org.binnacle.explain.view.plan.PlanPanel;
import org.binnacle.fxkit.Panel;

/// Makes the panels of plans, on the FX thread. The caller closes what it gets.
public final class ExplainPanels {
  /// The id of the plan screen that waits for its first plan.
  public static final String EMPTY = "plan:new";

  private final Kit kit;

  public ExplainPanels(Kit kit) {
    this.kit = kit;
  }

  /// The plan screen without a plan: it says how to get one.
  public Panel empty() {
    return new PlanPanel(kit, this, EMPTY, Optional.empty());
  }

  /// Opens a tab for a plan.
  public void open(Opened plan) {
    String id = "plan:" + System.nanoTime() + "-" + kit.shelf().next();
    kit.doors().open(id, () -> new PlanPanel(kit, this, id, Optional.of(plan)));
  }

  /// Reads a text and opens it in a tab of its own; a text that is no plan is told there.
  ///
  /// @param name what the plan is called
  public void open(String text, String name) {
    fresh().open(text, name);
  }

  /// Reads a file and opens it in a tab of its own; what is no plan is told there.
  public void openFile(Path file) {
    fresh().openFile(file);
  }

  private PlanPanel fresh() {
    String id = "plan:" + System.nanoTime() + "-" + kit.shelf().next();
    var panel = new PlanPanel(kit, this, id, Optional.empty());
    kit.doors().open(id, () -> panel);
    return panel;
  }

  /// Opens a tab that compares two plans.
  public void compare(Optional<Opened> before, Optional<Opened> after) {
    String id = "plan-compare:" + System.nanoTime() + "-" + kit.shelf().next();
    kit.doors().open(id, () -> new ComparePanel(kit, id, before, after));
  }

  /// The comparison without plans.
  public Panel comparison() {
    return new ComparePanel(kit, "plan-compare:new", Optional.empty(), Optional.empty());
  }
}
