package org.binnacle.explain.view.history;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.history.KeptHead;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.explain.live.ExplainFaults;
import org.binnacle.explain.live.Form;
import org.binnacle.explain.live.Question;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.Live;
import org.binnacle.explain.view.plan.Opened;
import org.binnacle.explain.view.plan.Papers;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// What can be done with kept plans. On the FX thread; the store is asked off it.
final class PlanDeeds implements AutoCloseable {
  private final Kit kit;
  private final ExplainPanels panels;
  private final PlanHistory history;
  private final Node anywhere;
  private final MessageBar message;
  private final Runnable changed;
  private final Questions looks = new Questions("a kept plan");
  private final Questions writes = new Questions("act on kept plans");

  /// @param changed run when the list is another
  PlanDeeds(
      Kit kit,
      ExplainPanels panels,
      PlanHistory history,
      Node anywhere,
      MessageBar message,
      Runnable changed) {
    this.kit = kit;
    this.panels = panels;
    this.history = history;
    this.anywhere = anywhere;
    this.message = message;
    this.changed = changed;
  }

  void open(List<KeptHead> plans) {
    plans.stream().limit(10).forEach(plan -> panels.kept(plan.id()));
  }

  /// Two against each other, the older first; one against the one before it.
  void compare(List<KeptHead> plans) {
    switch (plans.size()) {
      case 1 -> {
        KeptHead plan = plans.getFirst();
        ask(
            () -> both(plan),
            both ->
                both.ifPresentOrElse(
                    two -> panels.compare(Optional.of(two.getFirst()), Optional.of(two.getLast())),
                    () ->
                        message.show(
                            Severity.NOTICE,
                            "It is the first plan of its statement that was kept there. Select two"
                                + " to compare them, or compare it with now.")));
      }
      case 2 -> {
        boolean ordered = plans.getFirst().at().isBefore(plans.getLast().at());
        KeptHead before = ordered ? plans.getFirst() : plans.getLast();
        KeptHead after = ordered ? plans.getLast() : plans.getFirst();
        ask(
            () -> List.of(opened(find(before.id())), opened(find(after.id()))),
            two -> panels.compare(Optional.of(two.getFirst()), Optional.of(two.getLast())));
      }
      default ->
          message.show(
              Severity.NOTICE, "Select one plan, or two to compare (Ctrl+click the second).");
    }
  }

  private Optional<List<Opened>> both(KeptHead head) {
    KeptPlan after = find(head.id());
    return history.before(after).map(before -> List.of(opened(before), opened(after)));
  }

  private KeptPlan find(UUID id) {
    return history.find(id).orElseThrow(() -> new Fault(ExplainFaults.NOT_KEPT, id.toString()));
  }

  private Opened opened(KeptPlan plan) {
    return Papers.open(plan, kit::instance);
  }

  /// Asks the plan's server for the plan of now, in the same format.
  void compareWithNow(KeptHead plan) {
    message.clear();
    Optional<Live> live = kit.live();
    Optional<InstanceRef> instance = kit.instance(plan.instanceId());
    if (live.isEmpty() || instance.isEmpty() || plan.statement().isEmpty()) {
      message.show(
          Severity.NOTICE,
          plan.statement().isEmpty()
              ? "The statement of this plan is not known."
              : plan.instance() + " is not in the fleet, so there is nobody to ask.");
      return;
    }
    var question =
        new Question(
            plan.statement(),
            Optional.of(plan.database()).filter(name -> !name.isEmpty()),
            form(plan.shape().format()));
    kit.tasks()
        .<List<Opened>>start(
            "Explain on " + instance.get().name(),
            (progress, cancel) ->
                List.of(
                    opened(find(plan.id())),
                    Opened.of(live.get().explaining().estimate(instance.get(), question, cancel))),
            outcome -> {
              switch (outcome) {
                case Outcome.Ok<List<Opened>>(List<Opened> two) ->
                    panels.compare(Optional.of(two.getFirst()), Optional.of(two.getLast()));
                case Outcome.Failed<List<Opened>>(Fault fault) -> message.show(fault, kit.words());
              }
            });
  }

  private static Form form(String format) {
    return switch (PlanFormat.valueOf(format)) {
      case TABULAR -> Form.TABULAR;
      case JSON_V1 -> Form.JSON_V1;
      case JSON_V2, MARIADB_JSON -> Form.JSON;
      case TREE -> Form.TREE;
      case UNKNOWN -> Form.BEST;
    };
  }

  void name(KeptHead plan) {
    var name = new TextField(plan.name());
    name.setId("plan-name");
    name.setPromptText("Such as: before the index");
    Sheet.titled("Name a plan of " + plan.instance())
        .body(name)
        .act(
            "Name it",
            Sheet.Kind.USUAL,
            sheet -> {
              String words = name.getText().strip();
              sheet.close();
              write(() -> history.change(plan.id(), words, plan.pinned()), () -> {});
            })
        .open(anywhere);
  }

  /// Pins all, or takes the pins off where all have one.
  void pin(List<KeptHead> plans) {
    boolean pin = !plans.stream().allMatch(KeptHead::pinned);
    write(() -> plans.forEach(plan -> history.change(plan.id(), plan.name(), pin)), () -> {});
  }

  /// At once, and back again where the user says so.
  void remove(List<KeptHead> plans) {
    if (plans.isEmpty()) {
      return;
    }
    ask(
        () -> {
          List<KeptPlan> whole = plans.stream().map(plan -> find(plan.id())).toList();
          whole.forEach(plan -> history.remove(plan.id()));
          return whole;
        },
        whole -> {
          changed.run();
          Toasts.show(
              anywhere,
              Severity.OK,
              whole.size() == 1 ? "1 plan is removed." : whole.size() + " plans are removed.",
              "Undo",
              () -> write(() -> whole.forEach(history::keep), () -> {}));
        });
  }

  /// Hands a plan over as the screen shows it.
  void opened(KeptHead plan, Consumer<Opened> then) {
    ask(() -> opened(find(plan.id())), then);
  }

  private <T> void ask(Callable<T> work, Consumer<T> then) {
    message.clear();
    looks.ask(
        work,
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<T> ok -> then.accept(ok.value());
            case Outcome.Failed<T> failed -> message.show(failed.fault(), kit.words());
          }
        });
  }

  private void write(Runnable work, Runnable then) {
    writes.ask(
        () -> {
          work.run();
          return true;
        },
        outcome -> {
          if (outcome instanceof Outcome.Failed<Boolean>(Fault fault)) {
            message.show(fault, kit.words());
          } else {
            changed.run();
            then.run();
          }
        });
  }

  @Override
  public void close() {
    looks.close();
    writes.close();
  }
}
