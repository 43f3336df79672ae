package org.binnacle.review.view.script;

import java.util.ArrayList;
import java.util.List;

/// Two texts line by line: what went, what came, what stayed, as the longest common subsequence has
/// it. Texts of many lines are told as all gone and all new, since the table of the sequence grows
/// with the product of both.
final class LineDiff {
  private static final int MOST = 2_000;

  /// Unchanged lines that are shown around a change.
  private static final int AROUND = 2;

  private LineDiff() {}

  enum Kind {
    SAME("  "),
    REMOVED("- "),
    ADDED("+ "),
    /// Unchanged lines that are left out.
    GAP("  ");

    private final String mark;

    Kind(String mark) {
      this.mark = mark;
    }
  }

  record Line(Kind kind, String text) {
    /// `+ ADD COLUMN a int`
    String shown() {
      return kind.mark + text;
    }
  }

  /// The lines of both, with a few unchanged ones around each change.
  static List<Line> of(String before, String after) {
    List<String> a = before.lines().toList();
    List<String> b = after.lines().toList();
    int head = 0;
    while (head < Math.min(a.size(), b.size()) && a.get(head).equals(b.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(a.size(), b.size()) - head
        && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
      tail++;
    }
    var all = new ArrayList<Line>();
    int from = Math.max(0, head - AROUND);
    gap(all, from);
    a.subList(from, head).forEach(line -> all.add(new Line(Kind.SAME, line)));
    all.addAll(middle(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail)));
    int end = Math.min(a.size(), a.size() - tail + AROUND);
    a.subList(a.size() - tail, end).forEach(line -> all.add(new Line(Kind.SAME, line)));
    gap(all, a.size() - end);
    return all;
  }

  private static void gap(List<Line> all, int lines) {
    if (lines > 0) {
      all.add(new Line(Kind.GAP, "… %,d line%s".formatted(lines, lines == 1 ? "" : "s")));
    }
  }

  private static List<Line> middle(List<String> a, List<String> b) {
    var lines = new ArrayList<Line>();
    if (a.size() > MOST || b.size() > MOST) {
      a.forEach(line -> lines.add(new Line(Kind.REMOVED, line)));
      b.forEach(line -> lines.add(new Line(Kind.ADDED, line)));
      return lines;
    }
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            a.get(i).equals(b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
        lines.add(new Line(Kind.SAME, a.get(i++)));
        j++;
      } else if (j >= b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line(Kind.REMOVED, a.get(i++)));
      } else {
        lines.add(new Line(Kind.ADDED, b.get(j++)));
      }
    }
    return lines;
  }
}
