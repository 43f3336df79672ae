package org.binnacle.diagnosis.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Two captures side by side, instance by instance. Where each has one instance only these are
/// compared whatever their names: a capture of the sick one with one of the healthy one.
public final class Difference {
  private static final double LEAST_LOAD = 0.01;

  private Difference() {}

  /// One area of one instance: a table of what differs.
  ///
  /// @param name such as `sessions`
  /// @param counts in words, such as `12 new, 3 gone`
  public record Area(String instance, String name, String counts, Grid grid) {}

  /// Areas in the order of a look: sessions, states, locks, top SQL, plans, status, variables.
  public static List<Area> of(Incident before, Incident after) {
    var areas = new ArrayList<Area>();
    boolean one = before.recorded().size() == 1 && after.recorded().size() == 1;
    for (Recorded now : after.recorded()) {
      var then = one ? Optional.of(before.recorded().getFirst()) : before.of(now.instance().name());
      then.ifPresent(old -> areas(now.instance().name(), old, now, areas));
    }
    return List.copyOf(areas);
  }

  private static void areas(String name, Recorded then, Recorded now, List<Area> into) {
    into.add(sessions(name, then, now));
    into.add(states(name, then, now));
    into.add(tree(name, then, now));
    into.add(topSql(name, then, now));
    into.add(plans(name, then, now));
    into.add(status(name, then, now));
    into.add(variables(name, then, now));
  }

  private static Area sessions(String name, Recorded then, Recorded now) {
    return keyed(
        name,
        "sessions",
        then.grid("sessions", "all"),
        now.grid("sessions", "all"),
        line -> line.text("id") + "/" + line.text("thread"),
        List.of("id", "user", "host", "db", "command", "state", "time_us", "sql"),
        Set.of());
  }

  private static Area tree(String name, Recorded then, Recorded now) {
    return keyed(
        name,
        "locks",
        then.grid("locks", "tree"),
        now.grid("locks", "tree"),
        line -> line.text("who"),
        List.of("who", "user", "host", "doing", "blocks", "waits_for", "lock", "sql"),
        Set.of("blocks", "waits_for", "doing"));
  }

  private static Area plans(String name, Recorded then, Recorded now) {
    return keyed(
        name,
        "plans",
        then.grid("plans", "plans"),
        now.grid("plans", "plans"),
        line -> line.text("schema") + "/" + line.text("digest"),
        List.of("schema", "digest", "sql", "plan"),
        Set.of("plan"));
  }

  private static Area variables(String name, Recorded then, Recorded now) {
    return keyed(
        name,
        "variables",
        then.grid("variables", "variables"),
        now.grid("variables", "variables"),
        line -> line.low("name"),
        List.of("name", "value"),
        Set.of("value"));
  }

  /// What is new, gone, or differs in one of some columns; what is alike is left out.
  private static Area keyed(
      String instance,
      String area,
      Grid then,
      Grid now,
      Function<Grid.Line, String> key,
      List<String> columns,
      Set<String> compared) {
    Map<String, Grid.Line> old = new LinkedHashMap<>();
    then.lines().stream()
        .filter(Difference::notOurs)
        .forEach(line -> old.putIfAbsent(key.apply(line), line));
    var fresh = new ArrayList<List<String>>();
    var changed = new ArrayList<List<String>>();
    for (Grid.Line line : now.lines()) {
      if (!notOurs(line)) {
        continue;
      }
      Grid.Line before = old.remove(key.apply(line));
      if (before == null) {
        fresh.add(row("new", line, columns, ""));
      } else {
        var differing = new ArrayList<String>();
        for (String column : columns) {
          if (compared.contains(column) && !before.text(column).equals(line.text(column))) {
            differing.add(
                column.equals("plan")
                    ? "another plan"
                    : column + " was " + shown(before.text(column)));
          }
        }
        if (!differing.isEmpty()) {
          changed.add(row("changed", line, columns, String.join("; ", differing)));
        }
      }
    }
    var rows = new ArrayList<>(fresh);
    rows.addAll(changed);
    old.values().forEach(line -> rows.add(row("gone", line, columns, "")));
    var heads = new ArrayList<String>();
    heads.add("change");
    heads.addAll(columns);
    heads.add("was");
    return new Area(
        instance, area, counts(fresh.size(), old.size(), changed.size()), Grid.of(heads, rows));
  }

  /// Sessions of the capture itself differ each time and mean nothing.
  private static boolean notOurs(Grid.Line line) {
    return !line.text("kind").equals("own");
  }

  private static String shown(String text) {
    return text.isEmpty() ? "empty" : text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }

  private static List<String> row(
      String change, Grid.Line line, List<String> columns, String differing) {
    var cells = new ArrayList<String>();
    cells.add(change);
    columns.forEach(column -> cells.add(line.text(column)));
    cells.add(differing);
    return cells;
  }

  private static String counts(int fresh, int gone, int changed) {
    var words = new ArrayList<String>();
    if (fresh > 0) {
      words.add(fresh + " new");
    }
    if (gone > 0) {
      words.add(gone + " gone");
    }
    if (changed > 0) {
      words.add(changed + " changed");
    }
    return words.isEmpty() ? "alike" : String.join(", ", words);
  }

  private static Area states(String name, Recorded then, Recorded now) {
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

  private static Area topSql(String name, Recorded then, Recorded now) {
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
        counts((int) fresh, old.size(), 0),
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
  private static Area status(String name, Recorded then, Recorded now) {
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
