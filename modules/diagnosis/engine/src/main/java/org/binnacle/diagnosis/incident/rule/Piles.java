package org.binnacle.diagnosis.incident.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Grid;

/// How the rules about locks read the blocking tree: places in order, with their depth.
final class Piles {
  private Piles() {}

  /// Roots that somebody waits for, the worst first.
  static List<Grid.Line> roots(Evidence evidence) {
    return evidence.tree().stream()
        .filter(line -> line.number("depth", 0) == 0 && line.number("blocks", 0) > 0)
        .toList();
  }

  /// All places below a root.
  static List<Grid.Line> below(Evidence evidence, Grid.Line root) {
    var below = new ArrayList<Grid.Line>();
    boolean inside = false;
    for (Grid.Line line : evidence.tree()) {
      if (line.number("depth", 0) == 0) {
        inside = line.text("who").equals(root.text("who"));
      } else if (inside) {
        below.add(line);
      }
    }
    return below;
  }

  static boolean kindBelow(Evidence evidence, Grid.Line root, String kind) {
    return below(evidence, root).stream()
        .anyMatch(
            line -> line.number("depth", 0) == 1 && line.text("lock_kind").equalsIgnoreCase(kind));
  }

  /// The one that waits longest right behind a root.
  static Optional<Grid.Line> waiter(Evidence evidence, Grid.Line root) {
    return below(evidence, root).stream().filter(line -> line.number("depth", 0) == 1).findFirst();
  }

  /// What the first of them waits for.
  static String lock(Evidence evidence, Grid.Line root) {
    return waiter(evidence, root)
        .map(line -> line.text("lock"))
        .filter(words -> !words.isEmpty())
        .orElse("a lock");
  }
}
