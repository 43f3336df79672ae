package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.List;

/// Lines of words that are longer than the terminal, folded between words under a hanging indent,
/// so that no figure is lost and none is broken in two. Where nobody sits in front of a terminal
/// lines stay whole.
final class Folded {
  private static final String END = "\u001b[0m";
  private static final int HANG = 4;

  private Folded() {}

  static List<String> all(List<String> lines, Terminal terminal) {
    return lines.stream().flatMap(line -> of(line, terminal).stream()).toList();
  }

  static List<String> of(String line, Terminal terminal) {
    return terminal.live() ? of(line, terminal.size().columns()) : List.of(line);
  }

  /// A line in one colour keeps it; one in several is a row of a table, which fits already.
  static List<String> of(String line, int places) {
    if (!line.startsWith("\u001b[")) {
      return line.indexOf('\u001b') >= 0 ? List.of(line) : plain(line, places);
    }
    int from = line.indexOf('m') + 1;
    if (from < 1 || line.indexOf('\u001b', from) != line.length() - END.length()) {
      return List.of(line);
    }
    String paint = line.substring(0, from);
    return plain(line.substring(from, line.length() - END.length()), places).stream()
        .map(part -> paint + part + END)
        .toList();
  }

  private static List<String> plain(String line, int places) {
    if (Cells.width(line) <= places) {
      return List.of(line);
    }
    String hang = hang(line, places);
    var lines = new ArrayList<String>();
    String rest = line;
    while (Cells.width(rest) > places) {
      int fits = fits(rest, places);
      int blank = blank(rest, hang.length(), fits);
      // What is one long word, such as a path or a GTID set, is broken where the window ends.
      boolean words = blank > hang.length();
      lines.add(rest.substring(0, words ? blank : fits).stripTrailing());
      rest = hang + rest.substring(words ? blank + 1 : fits).stripLeading();
    }
    if (!rest.isBlank()) {
      lines.add(rest);
    }
    return lines;
  }

  /// The blank to break at: between two parts of the line, which two blanks keep apart, where that
  /// leaves no line nearly empty; else after a word; after a number only where nothing else is,
  /// since its unit comes next.
  private static int blank(String text, int hang, int fits) {
    int parts = text.lastIndexOf("  ", fits);
    if (parts > hang + (fits - hang) / 2) {
      return parts;
    }
    int last = text.lastIndexOf(' ', fits);
    for (int blank = last; blank > hang; blank = text.lastIndexOf(' ', blank - 1)) {
      if (!Character.isDigit(text.charAt(blank - 1))) {
        return blank;
      }
    }
    return last;
  }

  /// How many characters fit into so many places; at least one.
  private static int fits(String text, int places) {
    int width = 0;
    int end = 0;
    while (end < text.length()) {
      int next = end + Character.charCount(text.codePointAt(end));
      width += Cells.width(text.substring(end, next));
      if (width > places) {
        break;
      }
      end = next;
    }
    return Math.max(end, 1);
  }

  /// The indent of the line and some more; under a branch of a tree its trunk goes on.
  private static String hang(String line, int places) {
    int end = 0;
    while (end < line.length() && " │├└─".indexOf(line.charAt(end)) >= 0) {
      end++;
    }
    String indent = line.substring(0, end).replace('├', '│').replace('└', ' ').replace('─', ' ');
    String hang = indent + " ".repeat(HANG);
    return hang.length() > places / 2 ? hang.substring(0, places / 2) : hang;
  }
}
