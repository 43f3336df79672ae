package org.binnacle.diagnosis.incident.report;

import java.util.List;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;

/// An incident for a ticket: the summary whole, of each table the first rows.
final class MarkdownReport {
  private static final int ROWS = 15;
  private static final int CELL = 120;

  private MarkdownReport() {}

  static String of(Incident incident) {
    var text = new StringBuilder();
    text.append("# Incident: ").append(escaped(incident.title())).append("\n\n");
    text.append("Recorded ")
        .append(incident.at())
        .append(", ")
        .append(escaped(incident.trigger()))
        .append(incident.masked() ? ", masked" : "")
        .append("\n\n");
    if (!incident.note().isEmpty()) {
      text.append("> ").append(escaped(incident.note())).append("\n\n");
    }
    for (Finding finding : incident.findings()) {
      text.append("## ").append(finding.severity()).append(": ").append(escaped(finding.words()));
      text.append("\n\n");
      if (incident.recorded().size() > 1) {
        text.append("- on ").append(escaped(finding.instance())).append('\n');
      }
      finding.evidence().forEach(each -> text.append("- ").append(escaped(each)).append('\n'));
      if (!finding.next().isEmpty()) {
        text.append("- **Next:** ").append(escaped(finding.next())).append('\n');
      }
      text.append('\n');
    }
    incident.recorded().forEach(one -> recorded(text, one));
    return text.toString();
  }

  private static void recorded(StringBuilder text, Recorded one) {
    text.append("## ").append(escaped(one.instance().name())).append(' ');
    text.append(escaped(one.version())).append("\n\n");
    for (Part part : one.parts()) {
      text.append("### ").append(part.step()).append(" (").append(part.status()).append(", ");
      text.append(part.ms()).append(" ms)\n\n");
      if (!part.detail().isEmpty()) {
        text.append(escaped(part.detail())).append("\n\n");
      }
      part.grids().forEach((name, grid) -> grid(text, name, grid));
    }
  }

  private static void grid(StringBuilder text, String name, Grid grid) {
    if (grid.isEmpty()) {
      return;
    }
    text.append("**").append(escaped(name)).append("** (").append(grid.size()).append(")\n\n");
    line(text, grid.columns());
    line(text, grid.columns().stream().map(column -> "---").toList());
    grid.rows().stream().limit(ROWS).forEach(row -> line(text, row));
    if (grid.size() > ROWS) {
      text.append("\n... and ").append(grid.size() - ROWS).append(" more\n");
    }
    text.append('\n');
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ");
    text.append(String.join(" | ", cells.stream().map(MarkdownReport::cell).toList()));
    text.append(" |\n");
  }

  private static String cell(String cell) {
    String short_ = cell.length() > CELL ? cell.substring(0, CELL) + "..." : cell;
    return short_.equals("---") ? short_ : escaped(short_);
  }

  private static String escaped(String text) {
    return text.replaceAll("\\s+", " ")
        .replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("`", "\\`")
        .replace("*", "\\*")
        .replace("_", "\\_")
        .replace("[", "\\[")
        .replace("#", "\\#")
        .replace("&", "&amp;")
        .replace("<", "&lt;");
  }
}
