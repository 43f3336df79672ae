package org.binnacle.explain.view.plan;

import java.util.Locale;
import org.binnacle.explain.view.Kit;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// Asks servers for plans and tells what they answer: a plan with its first warning, or why there
/// is none. On the FX thread.
final class Answers {
  private final Kit kit;
  private final PlanModel model;
  private final MessageBar message;
  private final Shown shown;

  /// Shows a plan that came, or the page for a first one.
  interface Shown {
    void show(Opened plan);

    void empty();

    /// Of the panel; made after this.
    PlanRoom room();
  }

  Answers(Kit kit, PlanModel model, MessageBar message, Shown shown) {
    this.kit = kit;
    this.model = model;
    this.message = message;
    this.shown = shown;
  }

  /// Asks for the plan of a running thread.
  void running(InstanceRef instance, long connection) {
    asking("Asking " + instance.name() + " for the plan of thread " + connection);
    shown.room().statement().running(instance, connection);
  }

  /// Asks for the plan that a statement would get.
  void statement(InstanceRef instance, String database, String sql) {
    asking("Asking " + instance.name() + " for the plan");
    shown.room().statement().statement(instance, database, sql);
  }

  private void asking(String words) {
    FxThread.check();
    message.clear();
    shown.room().fill(Placeholder.loading(words));
  }

  void answered(Outcome<Opened> outcome) {
    switch (outcome) {
      case Outcome.Ok<Opened> ok -> {
        message.clear();
        shown.show(ok.value());
        ok.value().about().warnings().stream()
            .filter(words -> !Character.isDigit(words.charAt(0)))
            .findFirst()
            .ifPresent(words -> message.show(Severity.NOTICE, capital(words)));
      }
      case Outcome.Failed<Opened> failed -> {
        message.show(failed.fault(), kit.words());
        if (model.opened().get().isPresent()) {
          shown.room().showPlan();
        } else {
          shown.empty();
        }
      }
    }
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
