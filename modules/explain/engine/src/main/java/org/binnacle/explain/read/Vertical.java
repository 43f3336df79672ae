package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.explain.TextRange;
import org.binnacle.explain.read.Lines.Line;

/// Results printed with `\G`: a line of stars before each row, then `column: value`.
final class Vertical {
  private Vertical() {}

  static boolean rowMark(String line) {
    return line.startsWith("*****") && line.contains(". row *****");
  }

  /// @param mark the index of the first line of stars
  static Unwrapped unwrap(String raw, List<Line> lines, int mark) {
    int first = mark + 1;
    if (first < lines.size()) {
      String text = lines.get(first).text().stripLeading();
      String upper = text.toUpperCase(Locale.ROOT);
      if (upper.startsWith("EXPLAIN:") || upper.startsWith("ANALYZE:")) {
        Line line = lines.get(first);
        int skip = line.text().length() - text.length() + "EXPLAIN:".length();
        int start = line.start() + skip + (line.text().startsWith(" ", skip) ? 1 : 0);
        int end = Math.max(start, Trailer.start(lines, first, raw));
        return Unwrapped.of(Slice.of(raw, start, end));
      }
    }
    return grid(lines, first);
  }

  private static Unwrapped grid(List<Line> lines, int first) {
    var rows = new ArrayList<Unwrapped.GridRow>();
    Map<String, String> cells = new LinkedHashMap<>();
    int start = -1;
    int end = 0;
    for (Line line : lines.subList(first, lines.size())) {
      if (rowMark(line.text()) || Trailer.is(line.text())) {
        if (start >= 0) {
          rows.add(new Unwrapped.GridRow(cells, new TextRange(start, end)));
        }
        cells = new LinkedHashMap<>();
        start = -1;
        if (Trailer.is(line.text())) {
          break;
        }
        continue;
      }
      int colon = line.text().indexOf(':');
      if (colon < 0) {
        continue;
      }
      start = start < 0 ? line.start() : start;
      end = line.end();
      String name = line.text().substring(0, colon).strip().toLowerCase(Locale.ROOT);
      cells.put(name, Unwrapped.cell(line.text().substring(colon + 1)));
    }
    if (start >= 0) {
      rows.add(new Unwrapped.GridRow(cells, new TextRange(start, end)));
    }
    return new Unwrapped.Grid(rows);
  }
}
