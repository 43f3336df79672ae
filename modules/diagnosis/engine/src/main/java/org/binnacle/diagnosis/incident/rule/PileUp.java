package org.binnacle.diagnosis.incident.rule;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.kernel.Severity;

/// Many sessions run the same statement, mostly without an index.
final class PileUp implements Rule {
  private static final int MANY = 5;

  @Override
  public String id() {
    return "load.same-statement";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    int looks =
        (int)
            Math.max(
                1,
                evidence.recorded().part("sessions").stream()
                    .flatMap(part -> part.grids().keySet().stream())
                    .filter(name -> name.equals("all") || name.startsWith("active "))
                    .count());
    return evidence.recorded().grid("sessions", "by statement").lines().stream()
        .filter(line -> line.number("seen", 0) / (double) looks >= MANY)
        .filter(line -> notOnlyWaiting(evidence, line))
        .findFirst()
        .map(line -> finding(evidence, line, looks));
  }

  /// Those that wait for a lock are told by other rules.
  private static boolean notOnlyWaiting(Evidence evidence, Grid.Line statement) {
    String sample = statement.text("sample_sql");
    String start = sample.substring(0, Math.min(20, sample.length()));
    return evidence.sessions().stream()
        .filter(line -> line.text("sql").startsWith(start))
        .anyMatch(line -> !line.text("blocked").equals("yes"));
  }

  private Finding finding(Evidence evidence, Grid.Line statement, int looks) {
    double each = statement.number("seen", 0) / (double) looks;
    Optional<Grid.Line> scan =
        evidence.recorded().grid("top-sql", "top-sql").lines().stream()
            .filter(line -> line.number("no_index", 0) > 0)
            .filter(line -> same(line.text("statement"), statement.text("statement")))
            .findFirst();
    boolean noPlanIndex =
        evidence.recorded().grid("plans", "plans").lines().stream()
            .filter(line -> line.text("digest").equals(statement.text("digest")))
            .anyMatch(
                line ->
                    line.text("plan").contains("\"access_type\": \"ALL\"")
                        || line.text("plan").contains("\"access_type\":\"ALL\""));
    boolean full = scan.isPresent() || noPlanIndex;
    return evidence.finding(
        this,
        Severity.CRITICAL,
        "About %.0f sessions at a time run the same statement%s."
            .formatted(each, full ? ", which reads a whole table without an index" : ""),
        List.of(
            Evidence.sql(statement.text("statement")),
            statement.text("share_pct")
                + " % of all that was seen; the longest "
                + Evidence.span(statement.number("longest_us", 0)),
            noPlanIndex ? "its plan has access type ALL" : "its plan is in this capture, if told"),
        full
            ? "An index for its conditions; until then throttle or kill it by its digest."
            : "Look at its plan; see whether a cache in front of it has expired.");
  }

  private static boolean same(String one, String other) {
    return squeezed(one).equals(squeezed(other));
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s`]", "");
  }
}
