package org.binnacle.review.report;

import java.util.ArrayList;
import java.util.List;

/// Changes of a text as `diff -u` writes them, so that `patch` and `git apply` take them.
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private final List<String> old;
  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int shift;

  private UnifiedDiff(String text) {
    this.text = text;
    this.old = lines(text);
  }

  /// A piece of the old text and what stands in its place.
  ///
  /// @param start offset in the old text
  /// @param end behind its last character
  public record Change(int start, int end, String replacement) {}

  /// Whole lines, from 0, and the lines in their place.
  private record Piece(int from, int to, List<String> fresh) {}

  /// @param changes in their order, not overlapping
  /// @return empty where nothing changes
  public static String of(String path, String text, List<Change> changes) {
    var diff = new UnifiedDiff(text);
    List<Piece> pieces = diff.pieces(changes);
    for (int i = 0; i < pieces.size(); ) {
      int end = i + 1;
      while (end < pieces.size()
          && pieces.get(end).from() - pieces.get(end - 1).to() <= 2 * CONTEXT) {
        end++;
      }
      diff.hunk(pieces.subList(i, end));
      i = end;
    }
    String name = path.replaceAll("\\p{Cntrl}", "?");
    return diff.out.isEmpty() ? "" : "--- " + name + "\n+++ " + name + "\n" + diff.out;
  }

  /// With their line ends, the last perhaps without one.
  private static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(at, end));
      at = end;
    }
    return lines;
  }

  private List<Piece> pieces(List<Change> changes) {
    var pieces = new ArrayList<Piece>();
    int line = 0;
    int offset = 0;
    for (int i = 0; i < changes.size(); ) {
      while (offset + old.get(line).length() <= changes.get(i).start() && line + 1 < old.size()) {
        offset += old.get(line++).length();
      }
      int from = line;
      int begin = offset;
      var fresh = new StringBuilder();
      int at = begin;
      int to = from;
      int toEnd = begin + old.get(to).length();
      while (i < changes.size() && changes.get(i).start() < toEnd) {
        Change change = changes.get(i++);
        fresh.append(text, at, change.start()).append(change.replacement());
        at = change.end();
        while (toEnd < at) {
          toEnd += old.get(++to).length();
        }
      }
      fresh.append(text, at, toEnd);
      trimmed(from, to + 1, lines(fresh.toString()), pieces);
      line = Math.min(to + 1, old.size() - 1);
      offset = to + 1 < old.size() ? toEnd : toEnd - old.get(line).length();
    }
    return pieces;
  }

  /// Without the lines at both ends that stay as they are.
  private void trimmed(int from, int to, List<String> fresh, List<Piece> pieces) {
    int head = 0;
    while (from + head < to
        && head < fresh.size()
        && old.get(from + head).equals(fresh.get(head))) {
      head++;
    }
    int tail = 0;
    while (to - tail > from + head
        && fresh.size() - tail > head
        && old.get(to - tail - 1).equals(fresh.get(fresh.size() - tail - 1))) {
      tail++;
    }
    if (from + head < to - tail || head < fresh.size() - tail) {
      pieces.add(new Piece(from + head, to - tail, fresh.subList(head, fresh.size() - tail)));
    }
  }

  private void hunk(List<Piece> pieces) {
    int from = Math.max(0, pieces.getFirst().from() - CONTEXT);
    int to = Math.min(old.size(), pieces.getLast().to() + CONTEXT);
    int added = 0;
    var body = new StringBuilder();
    int at = from;
    for (Piece piece : pieces) {
      for (; at < piece.from(); at++) {
        line(body, ' ', old.get(at));
      }
      for (; at < piece.to(); at++) {
        line(body, '-', old.get(at));
      }
      piece.fresh().forEach(l -> line(body, '+', l));
      added += piece.fresh().size() - (piece.to() - piece.from());
    }
    for (; at < to; at++) {
      line(body, ' ', old.get(at));
    }
    out.append(
        "@@ -%s +%s @@\n"
            .formatted(range(from, to - from), range(from + shift, to - from + added)));
    out.append(body);
    shift += added;
  }

  private static String range(int from, int count) {
    return (count == 0 ? from : from + 1) + (count == 1 ? "" : "," + count);
  }

  private static void line(StringBuilder body, char mark, String line) {
    body.append(mark).append(line);
    if (!line.endsWith("\n")) {
      body.append("\n\\ No newline at end of file\n");
    }
  }
}
