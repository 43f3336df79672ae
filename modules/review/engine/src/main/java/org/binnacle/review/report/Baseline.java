package org.binnacle.review.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FileWords;
import org.binnacle.review.ReviewFaults;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Findings that were there before and do not count: by rule, fingerprint of the statement and
/// object, so that they are known again when lines move.
public final class Baseline {
  private final Set<String> known;
  private final List<Kept> kept;

  private Baseline(List<Kept> kept) {
    this.kept = List.copyOf(kept);
    this.known = kept.stream().map(Kept::key).collect(Collectors.toSet());
  }

  /// What it holds.
  public List<Kept> kept() {
    return kept;
  }

  public static Baseline read(Path file) {
    try {
      Map<?, ?> root = JsonMapper.builder().build().readValue(Files.readAllBytes(file), Map.class);
      var kept = new ArrayList<Kept>();
      if (!(root.get("findings") instanceof List<?> all)) {
        throw new Fault(ReviewFaults.BAD_BASELINE, file + ": it has no findings");
      }
      for (Object one : all) {
        if (one instanceof Map<?, ?> map) {
          kept.add(
              new Kept(
                  text(map, "rule"),
                  text(map, "fingerprint"),
                  text(map, "object"),
                  text(map, "path"),
                  ""));
        }
      }
      return new Baseline(kept);
    } catch (IOException | JacksonException e) {
      throw new Fault(ReviewFaults.BAD_BASELINE, FileWords.of(file, e), e);
    }
  }

  private static String text(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : value.toString();
  }

  /// The report with what is known marked.
  public Report on(Report report) {
    var files = new ArrayList<FileReport>();
    for (FileReport file : report.files()) {
      var statements = new ArrayList<StatementReport>();
      for (StatementReport s : file.statements()) {
        List<Told> findings =
            s.findings().stream()
                .map(
                    t ->
                        t.state() == Told.State.OPEN && known.contains(key(s, t))
                            ? t.as(Told.State.KNOWN)
                            : t)
                .toList();
        statements.add(s.with(findings));
      }
      files.add(new FileReport(file.path(), statements, file.notRun()));
    }
    return new Report(report.tool(), report.ruleSet(), report.server(), files, report.source());
  }

  /// What {@link #read} takes: all findings of a report that count.
  public static byte[] of(Report report) {
    var all = new ArrayList<Map<String, String>>();
    for (FileReport file : report.files()) {
      for (StatementReport s : file.statements()) {
        for (Told t : s.findings()) {
          if (t.state() != Told.State.SUPPRESSED) {
            var one = new LinkedHashMap<String, String>();
            one.put("rule", t.rule());
            one.put("fingerprint", s.fingerprint());
            one.put("object", t.object());
            one.put("path", file.path());
            all.add(one);
          }
        }
      }
    }
    var root = new LinkedHashMap<String, Object>();
    root.put("binnacleBaseline", 1);
    root.put("findings", all);
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  private static String key(StatementReport s, Told t) {
    return new Kept(t.rule(), s.fingerprint(), t.object(), "", "").key();
  }
}
