package org.binnacle.explain.read;

/// Undoes the escapes that `mysql --batch` writes into a value: a plan on one line with `\n` in it.
final class Escapes {
  private Escapes() {}

  static Slice undo(Slice slice) {
    String text = slice.text();
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    if (!escaped(first)) {
      return slice;
    }
    var built = new Slice.Builder();
    int rawStart = slice.range(0, 1).start();
    int from = 0;
    for (int i = first.indexOf('\\');
        i >= 0 && i + 1 < first.length();
        i = first.indexOf('\\', from)) {
      built.add(first.substring(from, i), rawStart + from);
      built.add(String.valueOf(plain(first.charAt(i + 1))), rawStart + i);
      from = i + 2;
    }
    built.add(first.substring(Math.min(from, first.length())), rawStart + from);
    return built.build();
  }

  private static boolean escaped(String line) {
    String text = line.strip();
    return (text.startsWith("{") && text.startsWith("\\n", 1))
        || (text.startsWith("-> ") && (text.endsWith("\\n") || text.contains("\\n    ")));
  }

  private static char plain(char escape) {
    return switch (escape) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case '0' -> '\0';
      default -> escape;
    };
  }
}
