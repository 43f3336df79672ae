package org.binnacle.explain.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.explain.view.compare.ComparePanel;
import org.binnacle.explain.view.plan.Opened;
import org.binnacle.explain.view.plan.PlanPanel;
import org.binnacle.explain.view.worksheet.SheetPanel;
import org.binnacle.fxkit.Panel;
import org.binnacle.kernel.InstanceRef;

/// Makes the panels of plans, on the FX thread. The caller closes what it gets.
public final class ExplainPanels {
  /// The id of the plan screen that waits for its first plan.
  public static final String EMPTY = "plan:new";

  /// The id of the plan that ships with the program.
  public static final String SAMPLE = "plan:sample";

  /// The id of the comparison that waits for its plans.
  public static final String COMPARE = "plan-compare:new";

  /// The id of the comparison of two plans that ship with the program.
  public static final String COMPARE_SAMPLE = "plan-compare:sample";

  /// What the ids of worksheets begin with.
  public static final String WORKSHEET = "worksheet:";

  private final Kit kit;

  public ExplainPanels(Kit kit) {
    this.kit = kit;
  }

  /// The plan screen without a plan: it says how to get one.
  public Panel empty() {
    return new PlanPanel(kit, this, EMPTY, Optional.empty());
  }

  /// The panel of a remembered tab: the page for a first plan, the sample; empty for a plan of
  /// which nothing is kept.
  public Optional<Panel> plan(String id) {
    return switch (id) {
      case EMPTY -> Optional.of(empty());
      case SAMPLE -> Optional.of(new PlanPanel(kit, this, id, Optional.of(Samples.DERIVED.open())));
      default -> Optional.empty();
    };
  }

  /// The comparison of a remembered tab: the empty one, or that of the samples.
  public Optional<Panel> comparison(String id) {
    return switch (id) {
      case COMPARE -> Optional.of(comparison());
      case COMPARE_SAMPLE ->
          Optional.of(
              new ComparePanel(
                  kit, id, Optional.of(Samples.BEFORE.open()), Optional.of(Samples.AFTER.open())));
      default -> Optional.empty();
    };
  }

  /// Shows the sample.
  public void sample() {
    kit.doors().open(SAMPLE, () -> plan(SAMPLE).orElseThrow());
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

  /// Opens a tab for what a thread runs now.
  ///
  /// @param connection as in the process list
  public void running(InstanceRef instance, long connection) {
    fresh().running(instance, connection);
  }

  /// Opens a tab for a statement: the plan that it would get now.
  ///
  /// @param database the default database; empty for none
  public void statement(InstanceRef instance, String database, String sql) {
    fresh().statement(instance, database, sql);
  }

  /// Opens a worksheet on instances.
  public void worksheet(List<InstanceRef> instances) {
    String id = WORKSHEET + UUID.randomUUID();
    kit.doors().open(id, () -> new SheetPanel(kit, this, id, instances));
  }

  /// The worksheet of a remembered tab, with its draft; empty where there is none.
  public Optional<Panel> worksheet(String id) {
    return kit.live().isPresent() && SheetPanel.known(kit.settings(), id)
        ? Optional.of(new SheetPanel(kit, this, id, List.of()))
        : Optional.empty();
  }

  /// Opens a tab that compares two plans.
  public void compare(Optional<Opened> before, Optional<Opened> after) {
    String id = "plan-compare:" + System.nanoTime() + "-" + kit.shelf().next();
    kit.doors().open(id, () -> new ComparePanel(kit, id, before, after));
  }

  /// The comparison without plans.
  public Panel comparison() {
    return new ComparePanel(kit, COMPARE, Optional.empty(), Optional.empty());
  }
}
