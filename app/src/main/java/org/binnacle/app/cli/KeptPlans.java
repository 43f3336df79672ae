package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.insight.Insights;
import org.binnacle.explain.mouth.Mouth;
import org.binnacle.explain.mouth.Told;
import org.binnacle.kernel.Fault;

/// Shows the plans that were kept: a list, or the newest of one statement and what changed since
/// the one before it.
final class KeptPlans {
  private static final int LISTED = 50;
  private final Call call;

  KeptPlans(Call call) {
    this.call = call;
  }

  /// @param wanted a digest, or a text to look for; empty for all
  int show(String wanted, Mouth mouth) {
    PlanHistory history = call.house().plans();
    List<KeptPlan> plans = wanted.isEmpty() ? List.of() : history.of(wanted);
    if (!plans.isEmpty()) {
      one(plans, mouth);
      return 0;
    }
    List<KeptPlan> found = history.newest(wanted, LISTED);
    if (found.isEmpty()) {
      throw new Fault(CliFaults.NO_KEPT, wanted.isEmpty() ? "no plan" : "no plan of " + wanted);
    }
    if (call.json()) {
      call.document(found.stream().map(KeptPlans::document).toList());
    } else {
      list(found);
    }
    return 0;
  }

  private void one(List<KeptPlan> plans, Mouth mouth) {
    KeptPlan newest = plans.getFirst();
    var now = newest.plan();
    Optional<KeptPlan> before =
        plans.stream()
            .skip(1)
            .filter(
                old ->
                    old.instanceId().equals(newest.instanceId())
                        && old.plan().format() == now.format())
            .findFirst();
    var facts = Facts.NONE.withSql(newest.statement()).withServer(newest.version());
    var findings = new ArrayList<Finding>();
    before.flatMap(old -> PlanHistory.changed(old, old.plan(), now)).ifPresent(findings::add);
    findings.addAll(Insights.of(now, facts));
    call.terminal()
        .out()
        .print(
            mouth.tell(new Told(now, findings, before.map(old -> Comparison.of(old.plan(), now)))));
  }

  private void list(List<KeptPlan> plans) {
    var table =
        new Table(
            Column.text("AT"),
            Column.text("DIGEST"),
            Column.text("INSTANCE"),
            Column.text("DB"),
            Column.text("VERSION"),
            Column.text("NAME"),
            Column.elastic("STATEMENT"));
    for (KeptPlan plan : plans) {
      table.row(
          plan.at().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
          plan.digest(),
          plan.instance(),
          plan.database(),
          plan.version(),
          (plan.pinned() ? "* " : "") + plan.name(),
          plan.statement());
    }
    call.print(table);
  }

  private static Map<String, Object> document(KeptPlan plan) {
    var document = new LinkedHashMap<String, Object>();
    document.put("id", plan.id());
    document.put("at", plan.at());
    document.put("digest", plan.digest());
    document.put("instance", plan.instance());
    document.put("database", plan.database());
    document.put("version", plan.version());
    document.put("origin", plan.origin());
    document.put("name", plan.name());
    document.put("pinned", plan.pinned());
    document.put("statement", plan.statement());
    return document;
  }
}
