package org.binnacle.app.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.kernel.Severity;

/// Incidents as text and as documents.
final class IncidentView {
  /// Moments as the user's clock tells them.
  static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private IncidentView() {}

  /// What is wrong, with its evidence.
  static List<String> summary(Incident incident) {
    var lines = new ArrayList<String>();
    for (Finding finding : incident.findings()) {
      String where = incident.recorded().size() > 1 ? finding.instance() + ": " : "";
      lines.add(finding.severity() + "  " + where + finding.words());
      finding.evidence().forEach(each -> lines.add("    - " + each));
      if (!finding.next().isEmpty()) {
        lines.add("    Next: " + finding.next());
      }
    }
    return lines;
  }

  /// One line a part.
  static Table parts(Incident incident) {
    var table =
        new Table(
            Table.Column.text("INSTANCE").spare(1),
            Table.Column.text("PART"),
            Table.Column.text("STATUS"),
            Table.Column.number("MS").spare(3),
            Table.Column.number("BYTES").spare(2),
            Table.Column.elastic("CONTENT"));
    for (Recorded one : incident.recorded()) {
      for (Part part : one.parts()) {
        table.row(
            one.instance().name(),
            part.step(),
            new Table.Cell(low(part.status()), tone(part.status())),
            part.ms(),
            part.bytes(),
            content(part));
      }
    }
    return table;
  }

  private static String content(Part part) {
    var words = new ArrayList<String>();
    part.grids().forEach((name, grid) -> words.add(name + " " + grid.size()));
    words.addAll(part.texts().keySet());
    return String.join(", ", words) + (part.detail().isEmpty() ? "" : " (" + part.detail() + ")");
  }

  private static Terminal.Tone tone(Part.Status status) {
    return switch (status) {
      case OK -> Terminal.Tone.GREEN;
      case DENIED, SKIPPED -> Terminal.Tone.YELLOW;
      case TIMEOUT, FAILED -> Terminal.Tone.RED;
    };
  }

  static Table grid(Grid grid) {
    var table =
        new Table(
            grid.columns().stream()
                .map(column -> Table.Column.elastic(column.toUpperCase(Locale.ROOT)))
                .toArray(Table.Column[]::new));
    grid.rows().forEach(row -> table.row(row.toArray()));
    return table;
  }

  static Map<String, Object> document(Incident incident) {
    var document = new LinkedHashMap<String, Object>();
    document.put("id", incident.id());
    document.put("at", incident.at());
    document.put("took_ms", incident.took());
    document.put("title", incident.title());
    document.put("trigger", incident.trigger());
    document.put("note", incident.note());
    document.put("masked", incident.masked());
    document.put("findings", incident.findings().stream().map(IncidentView::finding).toList());
    document.put("instances", incident.recorded().stream().map(IncidentView::recorded).toList());
    return document;
  }

  private static Map<String, Object> finding(Finding finding) {
    var document = new LinkedHashMap<String, Object>();
    document.put("rule", finding.rule());
    document.put("severity", low(finding.severity()));
    document.put("instance", finding.instance());
    document.put("words", finding.words());
    document.put("evidence", finding.evidence());
    document.put("next", finding.next());
    return document;
  }

  private static Map<String, Object> recorded(Recorded one) {
    var document = new LinkedHashMap<String, Object>();
    document.put("instance", Refs.document(one.instance()));
    document.put("version", one.version());
    document.put(
        "parts",
        one.parts().stream()
            .map(
                part -> {
                  var each = new LinkedHashMap<String, Object>();
                  each.put("step", part.step());
                  each.put("status", low(part.status()));
                  each.put("ms", part.ms());
                  each.put("bytes", part.bytes());
                  each.put("detail", part.detail());
                  return each;
                })
            .toList());
    return document;
  }

  /// A part whole.
  static Map<String, Object> part(Recorded one, Part part) {
    var grids = new LinkedHashMap<String, Object>();
    part.grids()
        .forEach(
            (name, grid) -> {
              var table = new LinkedHashMap<String, Object>();
              table.put("columns", grid.columns());
              table.put("rows", grid.rows());
              table.put("cut", grid.cut());
              grids.put(name, table);
            });
    var document = new LinkedHashMap<String, Object>();
    document.put("instance", Refs.document(one.instance()));
    document.put("step", part.step());
    document.put("status", low(part.status()));
    document.put("detail", part.detail());
    document.put("grids", grids);
    document.put("texts", part.texts());
    return document;
  }

  static Map<String, Object> head(Incident.Head head) {
    var document = new LinkedHashMap<String, Object>();
    document.put("id", head.id());
    document.put("at", head.at());
    document.put("title", head.title());
    document.put("instances", head.instances());
    document.put("severity", low(head.severity()));
    document.put("summary", head.summary());
    document.put("trigger", head.trigger());
    document.put("note", head.note());
    document.put("masked", head.masked());
    return document;
  }

  static String low(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// 1 where something is wrong, so that scripts can tell; 3 where no instance answered.
  static int exit(Incident incident) {
    long silent =
        incident.findings().stream().filter(one -> one.rule().equals("reach.none")).count();
    if (silent == incident.recorded().size()) {
      return 3;
    }
    return incident.findings().stream()
            .anyMatch(
                finding ->
                    finding.severity() == Severity.CRITICAL
                        || finding.severity() == Severity.WARNING)
        ? 1
        : 0;
  }
}
