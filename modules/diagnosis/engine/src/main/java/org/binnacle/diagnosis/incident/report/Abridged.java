package org.binnacle.diagnosis.incident.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.rule.Evidence;

/// An incident reduced to its summary: what was found, and how each part went. The parts lose their
/// content, and findings the statements that they cite.
final class Abridged {
  private static final String LEFT_OUT = "(statement left out)";

  /// A shorter one, such as COMMIT, may stand anywhere in a sentence by chance.
  private static final int TELLING = 12;

  private final List<String> statements;

  private Abridged(List<String> statements) {
    this.statements = statements;
  }

  static Incident of(Incident incident) {
    var all =
        new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));
    incident.recorded().forEach(one -> one.parts().forEach(part -> collect(part, all)));
    return new Abridged(List.copyOf(all)).abridged(incident);
  }

  /// As findings cite them: one line, shortened.
  private static void collect(Part part, Set<String> into) {
    for (Grid grid : part.grids().values()) {
      for (String column : grid.columns()) {
        if (Masking.isStatement(column)) {
          grid.lines().forEach(line -> into.add(Evidence.sql(line.text(column))));
        }
      }
    }
    into.remove("");
  }

  private Incident abridged(Incident incident) {
    return new Incident(
        incident.id(),
        incident.at(),
        incident.took(),
        incident.title(),
        incident.trigger(),
        incident.note(),
        incident.masked(),
        incident.recorded().stream().map(Abridged::empty).toList(),
        incident.findings().stream().map(this::cited).toList());
  }

  private static Recorded empty(Recorded one) {
    var parts = new ArrayList<Part>();
    for (Part part : one.parts()) {
      parts.add(
          new Part(
              part.step(),
              part.version(),
              part.status(),
              // The server's own words may cite a statement; what is denied is told by its grant.
              part.status() == Part.Status.DENIED ? part.detail() : "",
              part.ms(),
              part.bytes(),
              Map.of(),
              Map.of()));
    }
    return new Recorded(one.instance(), one.version(), one.flavour(), parts);
  }

  private Finding cited(Finding finding) {
    return new Finding(
        finding.rule(),
        finding.severity(),
        finding.instance(),
        without(finding.words()),
        finding.evidence().stream().map(this::without).toList(),
        without(finding.next()));
  }

  private String without(String text) {
    String left = text;
    for (String statement : statements) {
      if (statement.length() >= TELLING) {
        left = left.replace(statement, LEFT_OUT);
      } else if (left.endsWith(statement)) {
        left = left.substring(0, left.length() - statement.length()) + LEFT_OUT;
      }
    }
    return left;
  }
}
