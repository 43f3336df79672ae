package org.binnacle.diagnosis.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.binnacle.diagnosis.incident.Difference.Area;
import org.jspecify.annotations.Nullable;

/// Compares what is counted: states, load of statements, the global status.
final class NumberDifference {
  private static final double LEAST_LOAD = 0.01;

  private NumberDifference() {}

  static Area states(String name, Recorded then, Recorded now) {
    Map<String, Integer> before = states(then);
    Map<String, Integer> after = states(now);
    Set<String> all = new LinkedHashSet<>(after.keySet());
    all.addAll(before.keySet());
    var rows = new ArrayList<List<String>>();
    for (String state : all) {
      int was = before.getOrDefault(state, 0);
      int is = after.getOrDefault(state, 0);
      if (was != is) {
        rows.add(
            List.of(
                state, String.valueOf(was), String.valueOf(is), String.format("%+d", is - was)));
      }
    }
    rows.sort(
        (one, other) ->
            Integer.compare(
                Math.abs(Integer.parseInt(other.get(3))), Math.abs(Integer.parseInt(one.get(3)))));
    return new Area(
        name,
        "states",
        rows.isEmpty() ? "alike" : rows.size() + " differ",
        Grid.of(List.of("state", "before", "after", "delta"), rows));
  }

  private static Map<String, Integer> states(Recorded one) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Grid.Line line : one.grid("sessions", "all").lines()) {
      String state = line.text("state").isEmpty() ? line.text("command") : line.text("state");
      counts.merge(state, 1, Integer::sum);
    }
    return counts;
  }

  static Area topSql(String name, Recorded then, Recorded now) {
    Map<String, Grid.Line> old = new HashMap<>();
    Grid first = statements(then);
    Grid second = statements(now);
    first.lines().forEach(line -> old.put(statementKey(line), line));
    var rows = new ArrayList<List<String>>();
    for (Grid.Line line : second.lines()) {
      Grid.Line before = old.remove(statementKey(line));
      // What costs nothing to speak of would hide what does.
      if (before == null || Math.abs(load(line) - load(before)) >= LEAST_LOAD) {
        rows.add(statement(before == null ? "new" : "both", before, line, line));
      }
    }
    old.values().forEach(line -> rows.add(statement("gone", line, null, line)));
    rows.sort(
        (one, other) ->
            Double.compare(
                Math.abs(Double.parseDouble(other.get(3))),
                Math.abs(Double.parseDouble(one.get(3)))));
    long fresh = rows.stream().filter(row -> row.getFirst().equals("new")).count();
    return new Area(
        name,
        "top-sql",
        KeyedDifference.counts((int) fresh, old.size(), 0),
        Grid.of(
            List.of("change", "load_before", "load_after", "delta", "schema", "statement"), rows));
  }

  /// The counted statements, or the sampled ones where nothing was counted.
  private static Grid statements(Recorded one) {
    Grid counted = one.grid("top-sql", "top-sql");
    return counted.isEmpty() ? one.grid("sessions", "by statement") : counted;
  }

  private static String statementKey(Grid.Line line) {
    return line.text("schema") + "/" + line.text("digest");
  }

  private static List<String> statement(
      String change, Grid.@Nullable Line then, Grid.@Nullable Line now, Grid.Line words) {
    double before = then == null ? 0 : load(then);
    double after = now == null ? 0 : load(now);
    return List.of(
        change,
        decimal(before),
        decimal(after),
        decimal(after - before),
        words.text("schema"),
        words.text("statement").isEmpty() ? words.text("digest") : words.text("statement"));
  }

  private static double load(Grid.Line line) {
    return line.decimal("load").orElse(line.decimal("seen").orElse(0) / 3);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /// Counters by their rate, gauges by their value; only what differs by a fifth or more.
  static Area status(String name, Recorded then, Recorded now) {
    Map<String, Grid.Line> old = new HashMap<>();
    then.grid("status", "status").lines().forEach(line -> old.put(line.text("name"), line));
    var rows = new ArrayList<List<String>>();
    for (Grid.Line line : now.grid("status", "status").lines()) {
      Grid.Line before = old.get(line.text("name"));
      if (before == null || !differs(before, line)) {
        continue;
      }
      rows.add(
          List.of(
              line.text("name"),
              before.text("first"),
              line.text("first"),
              before.text("per_s"),
              line.text("per_s")));
    }
    return new Area(
        name,
        "status",
        rows.isEmpty() ? "alike" : rows.size() + " differ",
        Grid.of(
            List.of("name", "value_before", "value_after", "per_s_before", "per_s_after"), rows));
  }

  private static boolean differs(Grid.Line then, Grid.Line now) {
    return apart(then.decimal("per_s").orElse(0), now.decimal("per_s").orElse(0), 1)
        || (gauge(now.text("name"))
            && apart(then.decimal("first").orElse(0), now.decimal("first").orElse(0), 1));
  }

  private static boolean gauge(String name) {
    return name.startsWith("threads_")
        || name.endsWith("_current_waits")
        || name.startsWith("innodb_buffer_pool_pages_")
        || name.startsWith("open_")
        || name.equals("max_used_connections");
  }

  private static boolean apart(double one, double other, double least) {
    return Math.abs(one - other) >= least
        && Math.abs(one - other) >= 0.2 * Math.max(Math.abs(one), Math.abs(other));
  }
}
