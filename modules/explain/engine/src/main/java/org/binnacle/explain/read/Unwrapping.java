package org.binnacle.explain.read;

import java.util.List;
import java.util.Locale;
import org.binnacle.explain.read.Lines.Line;

/// Takes the plan out of what a client printed around it: a frame, `\G` with its stars or without,
/// batch mode with its escapes, prompts, column headers and row counts.
final class Unwrapping {
  private Unwrapping() {}

  static Unwrapped unwrap(String raw) {
    List<Line> lines = Lines.of(raw);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (Frames.border(line) && i + 1 < lines.size() && lines.get(i + 1).text().startsWith("|")) {
        return Frames.unwrap(raw, lines, i);
      }
      if (Vertical.rowMark(line.text())) {
        return Vertical.unwrap(raw, lines, i);
      }
      if (Vertical.bare(line.text())) {
        return Vertical.document(raw, lines, i);
      }
      if (begins(line.text())) {
        return plain(raw, lines, i);
      }
    }
    return plain(raw, lines, 0);
  }

  /// Whether the line cannot stand before a plan, only in it.
  private static boolean begins(String line) {
    String text = line.strip();
    return text.startsWith("{") || line.startsWith("-> ") || Tabs.headerOrRow(line);
  }

  private static Unwrapped plain(String raw, List<Line> lines, int from) {
    int first = from;
    while (first < lines.size() - 1 && header(lines.get(first).text())) {
      first++;
    }
    if (Tabs.headerOrRow(lines.get(first).text())) {
      return Tabs.unwrap(raw, lines, first);
    }
    return Unwrapped.of(Slice.of(raw, lines.get(first).start(), Trailer.start(lines, first, raw)));
  }

  private static boolean header(String line) {
    String text = line.strip().toUpperCase(Locale.ROOT);
    return text.isEmpty() || text.equals("EXPLAIN") || text.equals("ANALYZE");
  }
}
