package org.binnacle.review.mouth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.review.Fix;
import org.binnacle.review.Level;
import org.binnacle.review.live.LiveSource;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.NotRun;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;
import tools.jackson.databind.json.JsonMapper;

/// One document `{tool, ruleSet, files, totals}`. Suppressed and known findings are left out.
final class JsonMouth {
  /// Of longer statements the beginning is told.
  private static final int MAX_TEXT = 4_000;

  private JsonMouth() {}

  static String tell(Report report) {
    var root = new LinkedHashMap<String, Object>();
    root.put("tool", report.tool());
    root.put("ruleSet", report.ruleSet());
    root.put("server", report.server());
    report.source().ifPresent(from -> root.put("asked", asked(from)));
    root.put("files", report.files().stream().map(JsonMouth::file).toList());
    root.put("totals", totals(report));
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root)
        + "\n";
  }

  private static Map<String, Object> file(FileReport file) {
    var map = new LinkedHashMap<String, Object>();
    map.put("path", file.path());
    map.put("statements", file.statements().stream().map(JsonMouth::statement).toList());
    map.put("notRun", file.notRun().stream().map(JsonMouth::notRun).toList());
    return map;
  }

  private static Map<String, Object> asked(LiveSource from) {
    var map = LiveJson.asked(from.asked());
    map.put("plans", from.plans());
    map.put("notes", from.notes());
    return map;
  }

  private static Map<String, Object> notRun(NotRun one) {
    var map = new LinkedHashMap<String, Object>();
    map.put("rule", one.rule());
    map.put("needs", one.needs().name().toLowerCase(java.util.Locale.ROOT));
    one.why().ifPresent(why -> map.put("why", why));
    return map;
  }

  private static Map<String, Object> statement(StatementReport s) {
    var map = new LinkedHashMap<String, Object>();
    map.put("index", s.index());
    map.put("line", s.line());
    map.put("column", s.column());
    map.put("kind", s.kind());
    map.put(
        "text", s.text().length() > MAX_TEXT ? s.text().substring(0, MAX_TEXT) + " ..." : s.text());
    map.put("reviewed", s.reviewed());
    var findings = new ArrayList<Map<String, Object>>();
    for (Told t : s.findings()) {
      if (t.state() == Told.State.OPEN) {
        findings.add(finding(t));
      }
    }
    map.put("findings", findings);
    s.plan().ifPresent(plan -> map.put("plan", LiveJson.plan(plan)));
    s.prediction()
        .ifPresent(p -> p.inUse().ifPresent(cost -> map.put("ddl", LiveJson.ddl(p, cost))));
    return map;
  }

  private static Map<String, Object> finding(Told t) {
    var map = new LinkedHashMap<String, Object>();
    map.put("rule", t.rule());
    map.put("level", t.level().word());
    map.put("message", t.message());
    map.put("fix", t.fix().map(Fix::title).orElse(null));
    map.put("line", t.line());
    map.put("column", t.column());
    map.put("endLine", t.endLine());
    map.put("endColumn", t.endColumn());
    map.put("object", t.object().isEmpty() ? null : t.object());
    t.step().ifPresent(step -> map.put("planStep", step));
    return map;
  }

  private static Map<String, Object> totals(Report report) {
    var map = new LinkedHashMap<String, Object>();
    map.put("files", report.files().size());
    map.put("statements", report.statements());
    for (Level level : List.of(Level.values())) {
      map.put(level.word(), report.count(level));
    }
    map.put("suppressed", report.suppressed());
    map.put("baseline", report.known());
    var notRun = new LinkedHashMap<String, Object>();
    report
        .notRun()
        .forEach((need, n) -> notRun.put(need.name().toLowerCase(java.util.Locale.ROOT), n));
    map.put("notRun", notRun);
    return map;
  }
}
