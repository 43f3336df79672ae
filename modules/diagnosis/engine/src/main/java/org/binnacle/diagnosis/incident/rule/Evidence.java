package org.binnacle.diagnosis.incident.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.Severity;

/// What was recorded of one instance, as rules read it.
///
/// @param recorded the capture of one instance
public record Evidence(Recorded recorded) {
  private static final Pattern HISTORY = Pattern.compile("History list length (\\d+)");

  public List<Grid.Line> sessions() {
    return recorded.grid("sessions", "all").lines();
  }

  /// The blocking tree, each place before those below it.
  public List<Grid.Line> tree() {
    return recorded.grid("locks", "tree").lines();
  }

  public List<Grid.Line> transactions() {
    return recorded.grid("transactions", "transactions").lines();
  }

  public List<Grid.Line> channels() {
    return recorded.grid("replication", "replica").lines();
  }

  /// The newest value of a global status variable.
  public OptionalLong status(String name) {
    Optional<Grid.Line> line = recorded.grid("status", "status").where("name", name);
    return line.isEmpty()
        ? OptionalLong.empty()
        : line.get().text("last").isEmpty()
            ? line.get().number("first")
            : line.get().number("last");
  }

  /// How much a status variable grew during the capture.
  public long delta(String name) {
    return recorded
        .grid("status", "status")
        .where("name", name)
        .map(line -> line.number("delta", 0))
        .orElse(0L);
  }

  /// How much a counter of INNODB_METRICS grew during the capture.
  public long metricDelta(String name) {
    return recorded
        .grid("status", "innodb metrics")
        .where("name", name)
        .filter(line -> line.number("last").isPresent())
        .map(line -> line.number("last", 0) - line.number("first", 0))
        .orElse(0L);
  }

  public double perS(String name) {
    return recorded
        .grid("status", "status")
        .where("name", name)
        .map(line -> line.decimal("per_s").orElse(0))
        .orElse(0.0);
  }

  public String variable(String name) {
    return recorded
        .grid("variables", "variables")
        .where("name", name)
        .map(line -> line.text("value"))
        .orElse("");
  }

  /// How many old row versions wait to be purged.
  public OptionalLong historyLength() {
    Matcher history = HISTORY.matcher(recorded.text("innodb", "status"));
    return history.find()
        ? OptionalLong.of(Long.parseLong(history.group(1)))
        : OptionalLong.empty();
  }

  public Finding finding(
      Rule rule, Severity severity, String words, List<String> evidence, String next) {
    return new Finding(rule.id(), severity, recorded.instance().name(), words, evidence, next);
  }

  /// `app@10.0.4.9`.
  public static String account(Grid.Line line) {
    return line.text("user") + "@" + line.text("host");
  }

  /// The first characters of a statement, on one line.
  public static String sql(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= 120 ? line : line.substring(0, 117) + "...";
  }

  public static String span(long us) {
    return Span.words(us);
  }

  public static String plural(long n, String one) {
    return String.format(Locale.ROOT, "%,d %s%s", n, one, n == 1 ? "" : "s");
  }
}
