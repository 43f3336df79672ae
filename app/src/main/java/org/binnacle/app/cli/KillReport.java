package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.kill.KillOutcome;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.KillResult;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.diagnosis.kill.MergedResult;
import org.binnacle.kernel.InstanceRef;

/// Tells what came of a kill, and the exit code of it.
final class KillReport {
  private final Call call;
  private final Map<String, Object> spared;
  private final List<String> unsure;

  /// @param spared whom a rule left alone and why
  /// @param unsure what is not known of whom it should have left alone
  KillReport(Call call, Map<String, Object> spared, List<String> unsure) {
    this.unsure = unsure;
    this.call = call;
    this.spared = spared;
  }

  /// @param results empty where nothing was tried
  /// @return 0 all ended, 3 one failed or an instance did not answer, 4 one was left alone
  int tell(MergedPlan plan, List<MergedResult> results) {
    if (call.json()) {
      call.document(document(plan, results));
    } else {
      results.forEach(result -> call.say(line(plan, result)));
      if (results.isEmpty()) {
        call.say("Nothing to kill.");
      }
    }
    int exit = exit(results.stream().map(one -> one.result().outcome()).toList());
    return plan.failed().isEmpty() ? exit : 3;
  }

  /// The document of a preview that nothing follows.
  void preview(MergedPlan plan) {
    if (call.json()) {
      call.document(document(plan, List.of()));
    }
  }

  private static String line(MergedPlan plan, MergedResult one) {
    KillResult result = one.result();
    return (plan.several() ? one.instance().name() + ": " : "")
        + result.victim().statement()
        + ": "
        + result.outcome().words()
        + (result.audited() ? "" : " (this could not be kept in the audit log)");
  }

  private Map<String, Object> document(MergedPlan plan, List<MergedResult> results) {
    var document = new LinkedHashMap<String, Object>();
    if (!spared.isEmpty()) {
      document.put("protected", spared);
    }
    if (!unsure.isEmpty()) {
      document.put("unsure", String.join("; ", unsure));
    }
    if (!plan.several()) {
      KillPlan only = plan.plans().getFirst();
      document.put("instance", Refs.document(only.instance()));
      document.put("act", plan.verb().act());
      document.put("results", KillView.documents(only, of(only.instance(), results)));
      return document;
    }
    document.put("act", plan.verb().act());
    var instances = new ArrayList<Map<String, Object>>();
    for (KillPlan one : plan.plans()) {
      var each = new LinkedHashMap<String, Object>();
      each.put("instance", Refs.document(one.instance()));
      each.put("results", KillView.documents(one, of(one.instance(), results)));
      instances.add(each);
    }
    document.put("instances", instances);
    var failed = new ArrayList<Map<String, Object>>();
    plan.failed()
        .forEach(
            (instance, fault) -> {
              var each = new LinkedHashMap<String, Object>();
              each.put("instance", Refs.document(instance));
              each.put("fault", fault.code().id());
              each.put("detail", fault.detail());
              failed.add(each);
            });
    document.put("failed", failed);
    return document;
  }

  private static List<KillResult> of(InstanceRef instance, List<MergedResult> results) {
    return results.stream()
        .filter(one -> one.instance().id().equals(instance.id()))
        .map(MergedResult::result)
        .toList();
  }

  private static int exit(List<KillOutcome> outcomes) {
    boolean refused = outcomes.isEmpty();
    boolean failed = false;
    for (KillOutcome outcome : outcomes) {
      switch (outcome) {
        case KillOutcome.Ended ignored -> {}
        case KillOutcome.NotEndedYet ignored -> {}
        case KillOutcome.AlreadyGone ignored -> {}
        case KillOutcome.NothingRuns ignored -> refused = true;
        case KillOutcome.Changed ignored -> refused = true;
        case KillOutcome.Protected ignored -> refused = true;
        case KillOutcome.NotTried ignored -> refused = true;
        case KillOutcome.Denied ignored -> failed = true;
        case KillOutcome.Failed ignored -> failed = true;
        case KillOutcome.Unknown ignored -> failed = true;
      }
    }
    return failed ? 3 : refused ? 4 : 0;
  }
}
