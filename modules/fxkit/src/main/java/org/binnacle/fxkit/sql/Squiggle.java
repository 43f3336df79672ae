package org.binnacle.fxkit.sql;

import org.binnacle.kernel.Severity;

/// A stretch of a text that is underlined by waves, with an icon in the gutter of its first line.
///
/// @param from index of its first character in the whole text
/// @param to index behind its last
/// @param severity CRITICAL, WARNING or NOTICE; the worst wins where some overlap
public record Squiggle(int from, int to, Severity severity) {

  /// Where it is after an edit; empty of characters where all of it was replaced.
  Squiggle moved(int at, int removed, int inserted) {
    int start = moved(from, at, removed, inserted);
    int end = moved(to, at, removed, inserted);
    return new Squiggle(start, Math.max(start, end), severity);
  }

  private static int moved(int place, int at, int removed, int inserted) {
    if (place <= at) {
      return place;
    }
    return place >= at + removed ? place - removed + inserted : at + inserted;
  }

  String style() {
    return switch (severity) {
      case CRITICAL, UNKNOWN -> "squiggle-critical";
      case WARNING -> "squiggle-warning";
      case NOTICE, OK -> "squiggle-notice";
    };
  }
}
