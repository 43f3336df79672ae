package org.binnacle.diagnosis.view.sessions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.TimeBar;
import org.binnacle.diagnosis.view.kill.KillSheet;
import org.binnacle.diagnosis.view.kill.RuleSheet;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// Kills from the table of sessions: one, a selection over instances, the head of a queue, a rule.
/// None where the table shows a moment of the past.
final class SessionKills implements AutoCloseable {
  private final Kit kit;
  private final SessionsModel model;
  private final LiveTable<ProcessRow, ProcessRow.Key> table;
  private final Node anywhere;
  private final BiConsumer<Severity, String> complain;
  private final Questions plans = Questions.inTurn("preview of a kill");

  SessionKills(
      Kit kit,
      SessionsModel model,
      LiveTable<ProcessRow, ProcessRow.Key> table,
      Node anywhere,
      BiConsumer<Severity, String> complain) {
    this.kit = kit;
    this.model = model;
    this.table = table;
    this.anywhere = anywhere;
    this.complain = complain;
  }

  List<MenuItem> menu(List<ProcessRow> rows) {
    String which = rows.size() == 1 ? String.valueOf(rows.getFirst().id()) : rows.size() + " rows";
    var items = new ArrayList<MenuItem>();
    items.add(kills("Kill query " + which + "...   (k)", () -> selected(Verb.QUERY)));
    items.add(kills("Kill connection " + which + "...   (K)", () -> selected(Verb.CONNECTION)));
    String root = rows.getFirst().blocking().root();
    if (rows.size() == 1 && root.matches("\\d+")) {
      items.add(kills("Kill root blocker " + root + "...", () -> killRoot(rows.getFirst(), false)));
      items.add(
          kills(
              "Kill root blocker " + root + " and all behind it...",
              () -> killRoot(rows.getFirst(), true)));
    }
    items.add(kills("Kill by rule...   (Ctrl+Shift+K)", this::byRule));
    return items;
  }

  private MenuItem kills(String words, Runnable action) {
    MenuItem item = SessionActs.item(words, action);
    item.setDisable(model.rewind().past());
    return item;
  }

  /// Reads the selected sessions again and shows what a kill would do, on each of their instances.
  void selected(Verb verb) {
    List<ProcessRow> rows = table.selection().get();
    if (model.grouping().on()) {
      complain.accept(
          Severity.NOTICE,
          "These are groups: Enter opens one, there its sessions can be selected.");
    } else if (rows.isEmpty()) {
      complain.accept(Severity.NOTICE, "Select the sessions to kill first.");
    } else {
      plan(verb, rows.stream().collect(byInstance()));
    }
  }

  /// Who stands at the head of a session's queue, alone or with all that wait behind it.
  private void killRoot(ProcessRow row, boolean tree) {
    String root = row.blocking().root();
    List<Target> targets =
        model.shown().get().merged().rows().stream()
            .filter(one -> one.instance().id().equals(row.instance().id()))
            .filter(
                one ->
                    String.valueOf(one.id()).equals(root)
                        || (tree && one.blocking().root().equals(root)))
            .map((ProcessRow one) -> Target.of(one))
            .toList();
    plan(
        Verb.CONNECTION,
        Map.of(
            row.instance(),
            targets.isEmpty() ? List.of(Target.of(Long.parseLong(root))) : targets));
  }

  private static Collector<ProcessRow, ?, Map<InstanceRef, List<Target>>> byInstance() {
    return Collectors.groupingBy(
        ProcessRow::instance,
        LinkedHashMap::new,
        Collectors.mapping((ProcessRow row) -> Target.of(row), Collectors.toList()));
  }

  /// False where the table shows the past, which can't be killed.
  private boolean refusedInThePast() {
    model
        .rewind()
        .at()
        .get()
        .filter(at -> model.rewind().past())
        .ifPresent(
            at ->
                complain.accept(
                    Severity.NOTICE,
                    "The table shows %s. Space goes back to live, where sessions can be killed."
                        .formatted(TimeBar.CLOCK.format(at))));
    return model.rewind().past();
  }

  private void plan(Verb verb, Map<InstanceRef, List<Target>> targets) {
    if (refusedInThePast()) {
      return;
    }
    complain.accept(Severity.NOTICE, "Reading the selected sessions again...");
    Callable<MergedPlan> again =
        targets.size() == 1
            ? () -> {
              var only = targets.entrySet().iterator().next();
              return MergedPlan.of(kit.diagnosis().planKill(only.getKey(), verb, only.getValue()));
            }
            : () -> kit.diagnosis().planKill(verb, targets);
    plans.ask(
        again,
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<MergedPlan>(MergedPlan plan) -> {
              complain.accept(Severity.OK, "");
              new KillSheet(kit, plan, again, model::lookNow).open(anywhere);
            }
            case Outcome.Failed<MergedPlan>(var fault) -> {
              Words.Told told = kit.words().of(fault);
              complain.accept(Severity.CRITICAL, told.happened() + "  " + told.next());
            }
          }
        });
  }

  /// The sheet of kill rules; on a moment of the past it begins with the rows of that.
  void byRule() {
    Optional<RuleSheet.Past> past =
        model
            .rewind()
            .at()
            .get()
            .map(
                at ->
                    new RuleSheet.Past(
                        "the table at " + TimeBar.CLOCK.format(at),
                        model.shown().get().merged().rows()));
    Sheet ignored = RuleSheet.open(kit, model.instances(), past, model::lookNow, anywhere);
  }

  @Override
  public void close() {
    plans.close();
  }
}
