package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.explain.advice.Candidate;
import org.binnacle.explain.advice.TrialResult;
import org.binnacle.explain.compare.Change;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.live.Explained;

/// Index advice as text and as documents.
final class AdviceView {
  private final Call call;

  AdviceView(Call call) {
    this.call = call;
  }

  void say(Candidate one) {
    call.say(one.ddl() + ";");
    call.say(
        "  " + String.join(", ", one.why()) + (one.covering() ? "; covers the statement" : ""));
    one.bytes()
        .ifPresent(bytes -> call.say("  about %,d KB; %s".formatted(bytes / 1024, one.writes())));
    if (!one.replaces().isEmpty()) {
      call.say("  makes redundant: " + String.join(", ", one.replaces()));
    }
  }

  /// What came of a trial: each step that is another, before and after.
  void say(TrialResult result, TrialResult.Try one) {
    var comparison = Comparison.of(result.before().plan(), one.after().plan());
    call.say(
        "  tried: %s; made in %,d ms%s%s"
            .formatted(
                one.used() ? "the plan uses it" : "the plan does not use it",
                one.built().toMillis(),
                comparison.cost().after().isPresent()
                    ? ", cost " + PlansView.delta(comparison.cost())
                    : "",
                comparison.timeMs().after().isPresent()
                    ? ", ms " + PlansView.delta(comparison.timeMs())
                    : ""));
    for (Change change : comparison.changes()) {
      if (change.shape()) {
        change.before().ifPresent(node -> call.say("    - " + node.label()));
        change.after().ifPresent(node -> call.say("    + " + node.label()));
      }
    }
  }

  static List<Object> documents(List<Candidate> candidates, Optional<TrialResult> tried) {
    var all = new ArrayList<Object>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate one = candidates.get(i);
      var document = new LinkedHashMap<String, Object>();
      document.put("table", one.table());
      document.put("columns", one.columns());
      document.put("why", one.why());
      document.put("covering", one.covering());
      document.put("replaces", one.replaces());
      if (one.bytes().isPresent()) {
        document.put("bytes", one.bytes().getAsLong());
      }
      document.put("writes", one.writes());
      document.put("sql", one.ddl());
      int place = i;
      tried
          .filter(result -> place < result.tries().size())
          .ifPresent(result -> document.putAll(trial(result, result.tries().get(place))));
      all.add(document);
    }
    return all;
  }

  private static Map<String, Object> trial(TrialResult result, TrialResult.Try one) {
    var comparison = Comparison.of(result.before().plan(), one.after().plan());
    var document = new LinkedHashMap<String, Object>();
    document.put("used_in_trial", one.used());
    document.put("built_ms", one.built());
    document.put("cost_before", PlansView.number(comparison.cost().before()));
    document.put("cost_after", PlansView.number(comparison.cost().after()));
    document.put("ms_before", PlansView.number(comparison.timeMs().before()));
    document.put("ms_after", PlansView.number(comparison.timeMs().after()));
    document.put("plan_before", raw(result.before()));
    document.put("plan_after", raw(one.after()));
    return document;
  }

  private static String raw(Explained plan) {
    return plan.plan().raw();
  }
}
