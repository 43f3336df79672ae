package org.binnacle.diagnosis.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A table of texts as it was captured. What a server told as NULL is empty.
///
/// @param cut there were more rows than were kept
public record Grid(List<String> columns, List<List<String>> rows, boolean cut) {
  public static final Grid EMPTY = new Grid(List.of(), List.of(), false);

  public Grid {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  public static Grid of(List<String> columns, List<List<String>> rows) {
    return new Grid(columns, rows, false);
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  public int size() {
    return rows.size();
  }

  /// The index of a column, letter case ignored; -1 for none.
  public int column(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  public List<Line> lines() {
    var lines = new ArrayList<Line>(rows.size());
    rows.forEach(row -> lines.add(new Line(this, row)));
    return lines;
  }

  /// The line whose column has a text.
  public Optional<Line> where(String column, String text) {
    return lines().stream().filter(line -> line.text(column).equalsIgnoreCase(text)).findFirst();
  }

  /// One row, read by column name.
  public record Line(Grid grid, List<String> cells) {

    /// Empty where there is no such column.
    public String text(String column) {
      int at = grid.column(column);
      return at < 0 || at >= cells.size() ? "" : cells.get(at);
    }

    public OptionalLong number(String column) {
      try {
        return OptionalLong.of(Long.parseLong(text(column).strip()));
      } catch (NumberFormatException e) {
        return OptionalLong.empty();
      }
    }

    public long number(String column, long or) {
      return number(column).orElse(or);
    }

    public OptionalDouble decimal(String column) {
      try {
        return OptionalDouble.of(Double.parseDouble(text(column).strip()));
      } catch (NumberFormatException e) {
        return OptionalDouble.empty();
      }
    }

    public String low(String column) {
      return text(column).toLowerCase(Locale.ROOT);
    }
  }
}
