package org.binnacle.diagnosis.view.trx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.trx.OpenTrx;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.ViewHead;
import org.binnacle.diagnosis.view.kill.KillSheet;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// Kills of the sessions whose transactions are selected.
final class TrxKills implements AutoCloseable {
  private final Kit kit;
  private final LiveTable<OpenTrx, String> table;
  private final ViewHead head;
  private final Runnable after;
  private final Questions plans = Questions.inTurn("preview of a kill");

  /// @param head where it tells what is wrong
  /// @param after run once something was killed
  TrxKills(Kit kit, LiveTable<OpenTrx, String> table, ViewHead head, Runnable after) {
    this.kit = kit;
    this.table = table;
    this.head = head;
    this.after = after;
  }

  /// Reads the selected ones again and opens the sheet that shows whom it would be.
  void ask(Verb verb) {
    if (head.refused()) {
      return;
    }
    List<OpenTrx> rows = table.selection().get();
    if (rows.isEmpty()) {
      head.say(Severity.NOTICE, "Select the transactions first.");
      return;
    }
    var targets = new LinkedHashMap<InstanceRef, List<Target>>();
    for (OpenTrx trx : rows) {
      if (trx.connectionId() > 0) {
        targets
            .computeIfAbsent(trx.instance(), instance -> new ArrayList<>())
            .add(
                trx.row()
                    .map((ProcessRow row) -> Target.of(row))
                    .orElse(Target.of(trx.connectionId())));
      }
    }
    if (targets.isEmpty()) {
      head.say(
          Severity.NOTICE,
          "No connection runs them, so KILL can't reach them: XA RECOVER names prepared"
              + " transactions, XA ROLLBACK ends one.");
      return;
    }
    Callable<MergedPlan> again =
        targets.size() == 1
            ? () -> {
              var only = targets.entrySet().iterator().next();
              return MergedPlan.of(kit.diagnosis().planKill(only.getKey(), verb, only.getValue()));
            }
            : () -> kit.diagnosis().planKill(verb, targets);
    head.say(Severity.NOTICE, "Reading the victims again...");
    plans.ask(
        again,
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<MergedPlan>(MergedPlan plan) -> {
              head.say(Severity.OK, "");
              new KillSheet(kit, plan, again, after).open(table.view());
            }
            case Outcome.Failed<MergedPlan>(var fault) -> {
              Words.Told told = kit.words().of(fault);
              head.say(Severity.CRITICAL, told.happened() + "  " + told.next());
            }
          }
        });
  }

  @Override
  public void close() {
    plans.close();
  }
}
