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
  private static final int NAME = "EXPLAIN:".length();

  private Vertical() {}

  static boolean rowMark(String line) {
    return line.startsWith("*****") && line.contains(". row *****");
  }

  /// @param mark the index of the first line of stars
  static Unwrapped unwrap(String raw, List<Line> lines, int mark) {
    int first = mark + 1;
    return first < lines.size() && named(lines.get(first).text())
        ? document(raw, lines, first)
        : grid(lines, first);
  }

  /// Whether the line is the first of a row whose stars were not copied: `EXPLAIN: -> …`, or one of
  /// JSON. Other words behind the colon are a text that speaks of EXPLAIN.
  static boolean bare(String line) {
    if (!named(line)) {
      return false;
    }
    String value = line.stripLeading().substring(NAME).stripLeading();
    return value.startsWith("-> ") || value.startsWith("{") || value.startsWith("<not executable");
  }

  private static boolean named(String line) {
    String text = line.stripLeading();
    return text.regionMatches(true, 0, "EXPLAIN:", 0, NAME)
        || text.regionMatches(true, 0, "ANALYZE:", 0, NAME);
  }

  /// The one value of a row, which is the plan.
  ///
  /// @param first the index of the line that names it
  static Unwrapped document(String raw, List<Line> lines, int first) {
    Line line = lines.get(first);
    String text = line.text().stripLeading();
    int skip = line.text().length() - text.length() + NAME;
    int start = line.start() + skip + (line.text().startsWith(" ", skip) ? 1 : 0);
    int end = Math.max(start, Trailer.start(lines, first, raw));
    return Unwrapped.of(Slice.of(raw, start, end));
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
