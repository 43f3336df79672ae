package org.binnacle.review.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.review.mouth.Csv;

/// A statistic as rows under headings, for tables and files.
///
/// @param name such as `topRules`
/// @param columns in camel case: `foundPerHundred`
/// @param rows texts, numbers, instants, days, lists of texts; empty optionals for nothing
public record Sheet(String name, List<String> columns, List<List<Object>> rows) {

  public Sheet {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// Whether a column holds numbers only.
  public boolean isNumeric(int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .filter(cell -> !(cell instanceof Optional<?> o && o.isEmpty()))
        .allMatch(cell -> bare(cell) instanceof Number);
  }

  private static Object bare(Object cell) {
    return cell instanceof Optional<?> o && o.isPresent() ? o.get() : cell;
  }

  /// With a head, ended by a line feed.
  public String csv() {
    var out = new StringBuilder(Csv.row(columns)).append('\n');
    for (List<Object> row : rows) {
      out.append(Csv.row(row.stream().map(Sheet::text).toList())).append('\n');
    }
    return out.toString();
  }

  /// A cell as text; nothing is empty.
  public static String text(Object cell) {
    return switch (cell) {
      case Optional<?> o -> o.map(Sheet::text).orElse("");
      case List<?> list -> String.join("; ", list.stream().map(String::valueOf).toList());
      case Double d -> String.valueOf(Math.round(d * 1000) / 1000.0);
      default -> String.valueOf(cell);
    };
  }

  /// Rows as maps, for JSON.
  public List<Map<String, Object>> maps() {
    var all = new ArrayList<Map<String, Object>>();
    for (List<Object> row : rows) {
      var map = new LinkedHashMap<String, Object>();
      for (int i = 0; i < columns.size(); i++) {
        map.put(columns.get(i), row.get(i));
      }
      all.add(map);
    }
    return all;
  }
}
