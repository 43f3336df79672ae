package org.binnacle.review.mouth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.binnacle.review.Level;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.Told;
import org.binnacle.review.rule.Rules;
import tools.jackson.databind.json.JsonMapper;

/// SARIF 2.1.0 (OASIS), which code hosts and editors read.
final class SarifMouth {
  private SarifMouth() {}

  static String tell(Report report) {
    var ids = new TreeSet<String>();
    var results = new ArrayList<Map<String, Object>>();
    for (FileReport file : report.files()) {
      file.open()
          .forEach(
              t -> {
                ids.add(t.rule());
                results.add(result(file.path(), t));
              });
    }
    String[] tool = report.tool().split(" ", 2);
    var driver = new LinkedHashMap<String, Object>();
    driver.put("name", tool[0]);
    driver.put("version", tool.length > 1 ? tool[1] : "0");
    driver.put("rules", ids.stream().map(SarifMouth::rule).toList());
    var run = new LinkedHashMap<String, Object>();
    run.put("tool", Map.of("driver", driver));
    run.put("columnKind", "utf16CodeUnits");
    run.put("results", results);
    var root = new LinkedHashMap<String, Object>();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    root.put("version", "2.1.0");
    root.put("runs", List.of(run));
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root)
        + "\n";
  }

  private static Map<String, Object> rule(String id) {
    var map = new LinkedHashMap<String, Object>();
    map.put("id", id);
    Rules.info(id)
        .ifPresent(
            (RuleInfo r) -> {
              map.put("shortDescription", Map.of("text", r.says()));
              map.put("fullDescription", Map.of("text", r.because()));
              map.put("defaultConfiguration", Map.of("level", level(r.level())));
            });
    return map;
  }

  private static Map<String, Object> result(String path, Told t) {
    var region = new LinkedHashMap<String, Object>();
    region.put("startLine", t.line());
    region.put("startColumn", t.column());
    region.put("endLine", t.endLine());
    region.put("endColumn", t.endColumn());
    var physical = new LinkedHashMap<String, Object>();
    physical.put("artifactLocation", Map.of("uri", uri(path)));
    physical.put("region", region);
    var map = new LinkedHashMap<String, Object>();
    map.put("ruleId", t.rule());
    map.put("level", level(t.level()));
    map.put("message", Map.of("text", t.message()));
    map.put("locations", List.of(Map.of("physicalLocation", physical)));
    return map;
  }

  private static String uri(String path) {
    return path.equals("-")
        ? "stdin"
        : path.replace('\\', '/').replace("%", "%25").replace(" ", "%20").replace("#", "%23");
  }

  private static String level(Level level) {
    return level == Level.NOTICE ? "note" : level.word();
  }
}
