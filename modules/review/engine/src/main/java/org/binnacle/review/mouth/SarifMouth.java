package org.binnacle.review.mouth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.binnacle.review.Edit;
import org.binnacle.review.Fix;
import org.binnacle.review.Level;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Lines;
import org.binnacle.review.report.Prints;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;
import org.binnacle.review.rule.Rules;
import tools.jackson.databind.json.JsonMapper;

/// SARIF 2.1.0 (OASIS), which code hosts and editors read.
final class SarifMouth {
  private final List<String> ids;
  private final List<Map<String, Object>> results = new ArrayList<>();

  private SarifMouth(List<String> ids) {
    this.ids = ids;
  }

  static String tell(Report report) {
    var ids = new TreeSet<String>();
    report.open().map(Told::rule).forEach(ids::add);
    var mouth = new SarifMouth(List.copyOf(ids));
    for (FileReport file : report.files()) {
      for (StatementReport s : file.statements()) {
        s.findings().stream()
            .filter(t -> t.state() == Told.State.OPEN)
            .forEach(t -> mouth.results.add(mouth.result(file.path(), s, t)));
      }
    }
    return JsonMapper.builder()
            .build()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(mouth.log(report.tool()))
        + "\n";
  }

  private Map<String, Object> log(String program) {
    String[] tool = program.split(" ", 2);
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
    return root;
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

  private Map<String, Object> result(String path, StatementReport s, Told t) {
    var physical = new LinkedHashMap<String, Object>();
    physical.put("artifactLocation", Map.of("uri", uri(path)));
    physical.put("region", region(t.line(), t.column(), t.endLine(), t.endColumn()));
    var map = new LinkedHashMap<String, Object>();
    map.put("ruleId", t.rule());
    map.put("ruleIndex", ids.indexOf(t.rule()));
    map.put("level", level(t.level()));
    map.put("message", Map.of("text", t.message()));
    map.put("locations", List.of(Map.of("physicalLocation", physical)));
    map.put("partialFingerprints", Map.of("binnacle/v1", Prints.of(s, t)));
    t.fix().ifPresent(fix -> map.put("fixes", List.of(fix(path, s, fix))));
    return map;
  }

  private static Map<String, Object> fix(String path, StatementReport s, Fix fix) {
    var lines = new Lines(s.text());
    var replacements = new ArrayList<Map<String, Object>>();
    for (Edit edit : fix.edits()) {
      int[] start = place(s, lines, edit.span().start());
      int[] end = place(s, lines, edit.span().end());
      var one = new LinkedHashMap<String, Object>();
      one.put("deletedRegion", region(start[0], start[1], end[0], end[1]));
      one.put("insertedContent", Map.of("text", edit.replacement()));
      replacements.add(one);
    }
    var change = new LinkedHashMap<String, Object>();
    change.put("artifactLocation", Map.of("uri", uri(path)));
    change.put("replacements", replacements);
    return Map.of("description", Map.of("text", fix.title()), "artifactChanges", List.of(change));
  }

  /// Line and column in the file of an offset in the statement.
  private static int[] place(StatementReport s, Lines lines, int offset) {
    int line = lines.line(offset);
    int column = lines.column(offset);
    return new int[] {s.line() + line - 1, line == 1 ? s.column() + column - 1 : column};
  }

  private static Map<String, Object> region(int line, int column, int endLine, int endColumn) {
    var region = new LinkedHashMap<String, Object>();
    region.put("startLine", line);
    region.put("startColumn", column);
    region.put("endLine", endLine);
    region.put("endColumn", endColumn);
    return region;
  }

  /// A reference by RFC 3986: a drive letter must not look like a scheme.
  private static String uri(String path) {
    if (path.equals("-")) {
      return "stdin";
    }
    String slashed = path.replace('\\', '/');
    var out = new StringBuilder(slashed.matches("[A-Za-z]:/.*") ? "file:///" : "");
    for (byte b : slashed.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
      if (plain || (c == ':' && out.length() == "file:///C".length())) {
        out.append(c);
      } else {
        out.append("%%%02X".formatted((int) c));
      }
    }
    return out.toString();
  }

  private static String level(Level level) {
    return level == Level.NOTICE ? "note" : level.word();
  }
}
