package org.binnacle.explain.view.plan;

import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Kit;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// A plan's tab and the plans that are kept: keeps its plan when asked, and remembers what it shows
/// so that it comes back at the next start. On the FX thread; the store is asked off it.
final class Keeping implements AutoCloseable {
  private final Kit kit;
  private final ExplainPanels panels;
  private final String tab;
  private final Node anywhere;
  private final MessageBar message;
  private final Questions keeps = new Questions("keeping a plan");
  private final Questions remembers = new Questions("remembering what a tab shows");

  Keeping(Kit kit, ExplainPanels panels, String tab, Node anywhere, MessageBar message) {
    this.kit = kit;
    this.panels = panels;
    this.tab = tab;
    this.anywhere = anywhere;
    this.message = message;
  }

  /// Whether plans can be kept in this run.
  boolean possible() {
    return kit.shelf().history().isPresent();
  }

  /// Remembers what the tab shows.
  void shown(Opened plan) {
    FxThread.check();
    kit.shelf()
        .history()
        .filter(history -> !tab.equals(ExplainPanels.SAMPLE))
        .ifPresent(
            history ->
                remembers.ask(
                    () -> {
                      history.show(tab, Papers.of(plan, ""));
                      return true;
                    },
                    outcome -> {}));
  }

  /// What the tab showed at the last start, or the kept plan that its id names; off the FX thread.
  ///
  /// @throws Fault where it is not known any more
  static Opened back(Kit kit, PlanHistory history, String tab) {
    KeptPlan plan =
        history
            .shown(tab)
            .or(() -> named(tab).flatMap(history::find))
            .orElseThrow(() -> new Fault(ViewFaults.NOT_THERE, tab));
    return Papers.open(plan, kit::instance);
  }

  private static Optional<UUID> named(String tab) {
    try {
      return tab.startsWith(ExplainPanels.KEPT)
          ? Optional.of(UUID.fromString(tab.substring(ExplainPanels.KEPT.length())))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Keeps the plan and says whether it is another than the last one kept.
  void keep(Opened plan) {
    FxThread.check();
    kit.shelf()
        .history()
        .ifPresent(
            history ->
                keeps.ask(
                    () -> history.keep(Papers.of(plan, "")),
                    outcome -> {
                      switch (outcome) {
                        case Outcome.Ok<PlanHistory.Kept>(PlanHistory.Kept kept) ->
                            kept(kept, plan);
                        case Outcome.Failed<PlanHistory.Kept>(Fault fault) ->
                            message.show(fault, kit.words());
                      }
                    }));
  }

  private void kept(PlanHistory.Kept kept, Opened now) {
    Optional<KeptPlan> before = kept.before().filter(old -> kept.changed().isPresent());
    if (before.isPresent()) {
      String at = PlanHead.at(before.get().at());
      Toasts.show(
          anywhere,
          Severity.WARNING,
          "Kept. It is not the plan that was kept on " + at + ".",
          "Compare",
          () -> compare(before.get(), now));
    } else {
      Toasts.show(
          anywhere,
          Severity.OK,
          kept.before().isPresent()
              ? "Kept. The plan is as it was."
              : "Kept: the first plan of this statement.",
          "Show the history",
          () -> panels.history(kept.kept().digest()));
    }
  }

  private void compare(KeptPlan before, Opened now) {
    keeps.ask(
        () -> Papers.open(before, kit::instance),
        outcome -> {
          if (outcome instanceof Outcome.Ok<Opened>(Opened old)) {
            panels.compare(Optional.of(old), Optional.of(now));
          }
        });
  }

  /// Opens the history of the plan's statement.
  void history(Opened plan) {
    panels.history(
        PlanHistory.digest(
            plan.about().sql().isEmpty() ? plan.plan().rewritten().orElse("") : plan.about().sql(),
            plan.about().version().contains("MariaDB")));
  }

  @Override
  public void close() {
    keeps.close();
    // What is being remembered is not dropped: the window may be closing for the night.
  }
}
