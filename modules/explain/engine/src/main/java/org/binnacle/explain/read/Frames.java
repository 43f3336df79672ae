package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.binnacle.explain.TextRange;
import org.binnacle.explain.read.Lines.Line;

/// The frame that clients draw with `+---+` and `|`.
final class Frames {
  private Frames() {}

  static boolean border(Line line) {
    String text = line.text();
    if (text.length() < 5 || !text.startsWith("+-")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '+' && text.charAt(i) != '-') {
        return text.substring(i).isBlank();
      }
    }
    return true;
  }

  /// @param top the index of the upper border; the header follows it
  static Unwrapped unwrap(String raw, List<Line> lines, int top) {
    List<String> names = split(lines.get(top + 1).text());
    int first = top + 2;
    if (first < lines.size() && border(lines.get(first))) {
      first++;
    }
    int last = first;
    while (last < lines.size() && !border(lines.get(last))) {
      last++;
    }
    return names.size() > 1
        ? grid(lines.subList(first, last), names)
        : Unwrapped.of(document(raw, lines, first, last));
  }

  private static Unwrapped grid(List<Line> lines, List<String> names) {
    var rows = new ArrayList<Unwrapped.GridRow>();
    for (Line line : lines) {
      if (!line.text().startsWith("|")) {
        continue;
      }
      List<String> values = split(line.text());
      var cells = new LinkedHashMap<String, String>();
      for (int i = 0; i < Math.min(values.size(), names.size()); i++) {
        cells.put(names.get(i).toLowerCase(Locale.ROOT), Unwrapped.cell(values.get(i)));
      }
      rows.add(new Unwrapped.GridRow(cells, new TextRange(line.start(), line.end())));
    }
    return new Unwrapped.Grid(rows);
  }

  private static List<String> split(String line) {
    var cells = new ArrayList<String>();
    int from = line.indexOf('|') + 1;
    for (int bar = line.indexOf('|', from); bar >= 0; bar = line.indexOf('|', from)) {
      // MariaDB joins two access types with a bar and no blanks (ref|filter); a cell has blanks.
      if (bar > 0 && bar + 1 < line.length() && line.charAt(bar - 1) != ' ') {
        bar = nextCellEnd(line, bar);
      }
      cells.add(line.substring(from, bar).strip());
      from = bar + 1;
    }
    return cells;
  }

  private static int nextCellEnd(String line, int bar) {
    int at = bar;
    while (at >= 0 && at + 1 < line.length() && line.charAt(at - 1) != ' ') {
      at = line.indexOf('|', at + 1);
    }
    return at < 0 ? bar : at;
  }

  /// The one cell of a plan in one column. The mysql client frames only its first and last line;
  /// other clients frame every line.
  private static Slice document(String raw, List<Line> lines, int first, int last) {
    if (first >= last) {
      return Slice.of(raw, raw.length(), raw.length());
    }
    boolean every = last - first > 1;
    for (int i = first; i < last && every; i++) {
      String text = lines.get(i).text().stripTrailing();
      every = text.startsWith("|") && text.endsWith("|") && text.length() > 1;
    }
    if (!every) {
      int start = inner(lines.get(first));
      return Slice.of(raw, start, Math.max(start, outer(lines.get(last - 1), start)));
    }
    var built = new Slice.Builder();
    for (int i = first; i < last; i++) {
      int start = inner(lines.get(i));
      int end = Math.max(start, outer(lines.get(i), start));
      built.add(raw.substring(start, end), start);
      built.add("\n", end);
    }
    return built.build();
  }

  private static int inner(Line line) {
    String text = line.text();
    int skip = text.startsWith("| ") ? 2 : text.startsWith("|") ? 1 : 0;
    return line.start() + skip;
  }

  private static int outer(Line line, int start) {
    String text = line.text().stripTrailing();
    int end =
        text.endsWith("|") && line.start() + text.length() > start
            ? text.length() - 1
            : text.length();
    return line.start() + end;
  }
}
