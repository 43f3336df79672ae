package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.binnacle.explain.TextRange;
import org.binnacle.explain.read.Lines.Line;

/// Tabular plans as tab-separated lines, with a header or without.
final class Tabs {
  private static final Set<String> SELECT_TYPES =
      Set.of(
          "SIMPLE",
          "PRIMARY",
          "UNION",
          "DEPENDENT UNION",
          "UNCACHEABLE UNION",
          "UNION RESULT",
          "SUBQUERY",
          "DEPENDENT SUBQUERY",
          "UNCACHEABLE SUBQUERY",
          "DERIVED",
          "DEPENDENT DERIVED",
          "LATERAL DERIVED",
          "RECURSIVE UNION",
          "MATERIALIZED",
          "INSERT",
          "UPDATE",
          "DELETE",
          "REPLACE",
          "EXCEPT",
          "INTERSECT",
          "EXCEPT RESULT",
          "INTERSECT RESULT",
          "UNIT RESULT");

  private Tabs() {}

  static boolean headerOrRow(String line) {
    int tab = line.indexOf('\t');
    if (tab < 1 || tab > 10) {
      return false;
    }
    int next = line.indexOf('\t', tab + 1);
    return next > 0 && (header(line) || SELECT_TYPES.contains(line.substring(tab + 1, next)));
  }

  private static boolean header(String line) {
    return line.toLowerCase(Locale.ROOT).startsWith("id\tselect_type\t");
  }

  static Unwrapped unwrap(String raw, List<Line> lines, int first) {
    var rows = new ArrayList<Unwrapped.GridRow>();
    List<String> names = List.of();
    for (Line line : lines.subList(first, lines.size())) {
      if (line.blank() || line.text().indexOf('\t') < 0) {
        continue;
      }
      List<String> values = List.of(line.text().split("\t", -1));
      if (header(line.text())) {
        names = values;
        continue;
      }
      List<String> columns = names.isEmpty() ? columns(values) : names;
      var cells = new LinkedHashMap<String, String>();
      for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
        cells.put(columns.get(i).toLowerCase(Locale.ROOT), Unwrapped.cell(values.get(i)));
      }
      rows.add(new Unwrapped.GridRow(cells, new TextRange(line.start(), line.end())));
    }
    return new Unwrapped.Grid(rows);
  }

  /// The columns of a row without a header, told by their number: MySQL since 5.7 has 12, MySQL 5.6
  /// and MariaDB 10, MariaDB's ANALYZE 13; EXTENDED and PARTITIONS add one each.
  private static List<String> columns(List<String> values) {
    int count = values.size();
    var names = new ArrayList<>(List.of("id", "select_type", "table"));
    boolean partitions = count == 12 || (count == 11 && !number(values.get(9)));
    if (partitions) {
      names.add("partitions");
    }
    names.addAll(List.of("type", "possible_keys", "key", "key_len", "ref", "rows"));
    if (count == 13) {
      names.addAll(List.of("r_rows", "filtered", "r_filtered"));
    } else if (count > 10 && (count == 12 || !partitions)) {
      names.add("filtered");
    }
    names.add("extra");
    return names;
  }

  private static boolean number(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> Character.isDigit(c) || c == '.');
  }
}
