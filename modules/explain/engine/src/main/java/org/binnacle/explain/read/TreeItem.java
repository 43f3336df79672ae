package org.binnacle.explain.read;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One step of a printed tree, with the lines that continue it.
final class TreeItem {
  private final String all;
  final int level;
  final int start;
  int end;
  private @Nullable Draft draft;

  TreeItem(String all, int level, int start, int end) {
    this.all = all;
    this.level = level;
    this.start = start;
    this.end = end;
  }

  /// The step's text without its arrow.
  String text() {
    return all.substring(Math.min(start + 3, end), end);
  }

  void draft(Draft made) {
    draft = made;
  }

  Draft draft() {
    return Objects.requireNonNull(draft, "set when the item is opened");
  }
}
