package org.binnacle.app.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.explain.Plan;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.compare.Delta;
import org.binnacle.explain.history.KeptHead;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.insight.Insights;
import org.binnacle.explain.mouth.Figures;
import org.binnacle.explain.mouth.Told;

/// Kept plans as text and as documents.
final class PlansView {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private PlansView() {}

  static Table table(List<KeptHead> plans) {
    var table =
        new Table(
            Column.text("ID"),
            Column.text("AT"),
            Column.text("DIGEST"),
            Column.text("INSTANCE"),
            Column.text("DB"),
            Column.text("VERSION"),
            Column.text("CHANGED SINCE"),
            Column.text("NAME"),
            Column.elastic("STATEMENT"));
    for (KeptHead plan : plans) {
      table.row(
          plan.shortId(),
          LOCAL.format(plan.at()),
          plan.digest(),
          plan.instance(),
          plan.database(),
          plan.version(),
          new Cell(plan.beforeAt().map(LOCAL::format).orElse(""), Terminal.Tone.YELLOW),
          (plan.pinned() ? "* " : "") + plan.name(),
          plan.statement());
    }
    return table;
  }

  static String at(KeptPlan plan) {
    return LOCAL.format(plan.at());
  }

  /// A plan with what is found in it and what became of it since the one before.
  static Told told(KeptPlan plan, Optional<KeptPlan> before) {
    Plan now = plan.plan();
    var findings = new ArrayList<Finding>();
    before.flatMap(old -> PlanHistory.changed(old, old.plan(), now)).ifPresent(findings::add);
    findings.addAll(Insights.of(now, plan.facts()));
    return new Told(now, findings, before.map(old -> Comparison.of(old.plan(), now)));
  }

  static Map<String, Object> document(KeptHead plan) {
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
    document.put("changed", plan.changed());
    document.put("changed_since", plan.beforeAt());
    document.put("before", plan.before());
    document.put("format", plan.shape().format());
    document.put("steps", plan.shape().steps());
    document.put("cost", number(plan.shape().cost()));
    document.put("ms", number(plan.shape().ms()));
    document.put("statement", plan.statement());
    return document;
  }

  /// `12 -> 3`, `12` where both are alike; empty where neither is known.
  static String delta(Delta delta) {
    if (delta.before().isEmpty() && delta.after().isEmpty()) {
      return "";
    }
    String before = figure(delta.before());
    String after = figure(delta.after());
    return before.equals(after) ? before : before + " -> " + after;
  }

  private static String figure(OptionalDouble value) {
    return value.isEmpty() ? "?" : Figures.plain(value.getAsDouble());
  }

  static Optional<Double> number(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }
}
