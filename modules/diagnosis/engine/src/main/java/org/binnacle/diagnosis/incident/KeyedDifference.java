package org.binnacle.diagnosis.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.binnacle.diagnosis.incident.Difference.Area;

/// Compares two tables line by line, by a key.
final class KeyedDifference {
  private KeyedDifference() {}

  /// What is new, gone, or differs in one of some columns; what is alike is left out.
  static Area of(
      String instance,
      String area,
      Grid then,
      Grid now,
      Function<Grid.Line, String> key,
      List<String> columns,
      Set<String> compared) {
    Map<String, Grid.Line> old = new LinkedHashMap<>();
    then.lines().stream()
        .filter(KeyedDifference::notOurs)
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

  static String counts(int fresh, int gone, int changed) {
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
}
