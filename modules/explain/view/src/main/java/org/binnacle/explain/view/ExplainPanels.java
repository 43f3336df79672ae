package org.binnacle.explain.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.explain.view.advice.AdvicePanel;
import org.binnacle.explain.view.compare.ComparePanel;
import org.binnacle.explain.view.history.PlansPanel;
import org.binnacle.explain.view.plan.About;
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

  /// What the id of a kept plan's tab begins with; its own id follows.
  public static final String KEPT = "plan:kept:";

  /// The id of the list of kept plans, and what that of one statement's plans begins with.
  public static final String HISTORY = "plans";

  /// The id of the page for index advice, and what those of others begin with.
  public static final String ADVICE = "advice:";

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

  /// The panel of a remembered tab: the page for a first plan, the sample, or a plan that comes
  /// back from where plans are kept.
  public Optional<Panel> plan(String id) {
    return switch (id) {
      case EMPTY -> Optional.of(empty());
      case SAMPLE -> Optional.of(new PlanPanel(kit, this, id, Optional.of(Samples.DERIVED.open())));
      default ->
          kit.shelf()
              .history()
              .map(
                  history -> {
                    var panel = new PlanPanel(kit, this, id, Optional.empty());
                    panel.restore();
                    return panel;
                  });
    };
  }

  /// Opens a tab for a kept plan.
  public void kept(UUID plan) {
    String id = KEPT + plan;
    kit.doors().open(id, () -> plan(id).orElseThrow());
  }

  /// Opens the list of kept plans.
  public void history() {
    history("");
  }

  /// Opens the list of a statement's kept plans.
  ///
  /// @param digest empty for all statements
  public void history(String digest) {
    String id = digest.isEmpty() ? HISTORY : HISTORY + ":" + digest;
    if (kit.shelf().history().isPresent()) {
      kit.doors().open(id, () -> history(id, digest).orElseThrow());
    }
  }

  /// The list of a remembered tab.
  public Optional<Panel> historyOf(String id) {
    return history(id, id.length() > HISTORY.length() ? id.substring(HISTORY.length() + 1) : "");
  }

  private Optional<Panel> history(String id, String digest) {
    return kit.shelf().history().map(kept -> new PlansPanel(kit, this, kept, id, digest));
  }

  /// Opens a page for index advice and asks for that of a statement, where there is one.
  ///
  /// @param database empty for none
  public void advise(Optional<InstanceRef> instance, String database, String sql) {
    String id = ADVICE + UUID.randomUUID();
    advice(id)
        .ifPresent(
            panel -> {
              kit.doors().open(id, () -> panel);
              if (!sql.isBlank()) {
                panel.ask(instance, database, sql);
              }
            });
  }

  /// The page of a remembered tab, with its statement.
  public Optional<AdvicePanel> advice(String id) {
    return kit.live().map(live -> new AdvicePanel(kit, this, id));
  }

  /// The comparison of a remembered tab: the empty one, that of the samples, or what it showed.
  public Optional<Panel> comparison(String id) {
    return switch (id) {
      case COMPARE -> Optional.of(comparison());
      case COMPARE_SAMPLE ->
          Optional.of(
              new ComparePanel(
                  kit, id, Optional.of(Samples.BEFORE.open()), Optional.of(Samples.AFTER.open())));
      default ->
          kit.shelf()
              .history()
              .map(
                  history -> {
                    var panel = new ComparePanel(kit, id, Optional.empty(), Optional.empty());
                    panel.restore();
                    return panel;
                  });
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

  /// Reads a plan that somebody else was told and opens it in a tab of its own.
  ///
  /// @param step that is selected; empty for the heaviest
  public void told(String text, About about, Optional<String> step) {
    fresh().told(text, about, step);
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

  /// Opens a worksheet on an instance with a statement, which is not run.
  ///
  /// @param database the default database; empty for none
  public void worksheet(InstanceRef instance, String database, String sql) {
    String id = WORKSHEET + UUID.randomUUID();
    SheetPanel.draft(kit.settings(), id, database, sql);
    kit.doors().open(id, () -> new SheetPanel(kit, this, id, List.of(instance)));
  }

  /// Opens a worksheet on an instance with a statement that reads, and runs it.
  public void rows(InstanceRef instance, String sql) {
    String id = WORKSHEET + UUID.randomUUID();
    SheetPanel.draft(kit.settings(), id, "", sql);
    kit.doors()
        .open(
            id,
            () -> {
              var sheet = new SheetPanel(kit, this, id, List.of(instance));
              sheet.runAll();
              return sheet;
            });
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
