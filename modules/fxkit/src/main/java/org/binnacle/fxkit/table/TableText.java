package org.binnacle.fxkit.table;

import java.util.List;
import java.util.stream.Collectors;

/// Rows as text to paste elsewhere.
public enum TableText {
  /// Tabs between cells, a header line; tabs and line ends inside cells become spaces.
  TSV {
    @Override
    <R> String of(List<Column<R>> columns, List<R> rows) {
      return lines(columns, rows, "", "\t", "", TableText::flat);
    }
  },
  JSON {
    @Override
    <R> String of(List<Column<R>> columns, List<R> rows) {
      return rows.stream()
          .map(
              row ->
                  columns.stream()
                      .map(c -> quote(c.id()) + ": " + quote(c.text().apply(row)))
                      .collect(Collectors.joining(", ", "  {", "}")))
          .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }
  },
  MARKDOWN {
    @Override
    <R> String of(List<Column<R>> columns, List<R> rows) {
      String text = lines(columns, rows, "| ", " | ", " |", cell -> flat(cell).replace("|", "\\|"));
      int end = text.indexOf('\n') + 1;
      String rule =
          columns.stream()
              .map(c -> c.look().numeric() ? "--:" : "---")
              .collect(Collectors.joining(" | ", "| ", " |\n"));
      return text.substring(0, end) + rule + text.substring(end);
    }
  };

  abstract <R> String of(List<Column<R>> columns, List<R> rows);

  private static <R> String lines(
      List<Column<R>> columns,
      List<R> rows,
      String before,
      String between,
      String after,
      java.util.function.UnaryOperator<String> cell) {
    var text = new StringBuilder();
    text.append(
        columns.stream()
            .map(c -> cell.apply(c.title()))
            .collect(Collectors.joining(between, before, after + "\n")));
    for (R row : rows) {
      text.append(
          columns.stream()
              .map(c -> cell.apply(c.text().apply(row)))
              .collect(Collectors.joining(between, before, after + "\n")));
    }
    return text.toString();
  }

  private static String flat(String cell) {
    return cell.replaceAll("[\\t\\r\\n]+", " ");
  }

  static String quote(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ') {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
