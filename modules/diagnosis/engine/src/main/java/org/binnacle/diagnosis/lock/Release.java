package org.binnacle.diagnosis.lock;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Who would go on if some were killed, in a sentence for the preview of a kill.
public final class Release {
  private static final int NAMED = 12;

  private Release() {}

  /// `Releases 41: 29 wait for row locks, 12 for metadata locks. They are #88301, ...`; empty where
  /// nobody waits for them.
  public static String words(LockTree tree, Set<Who> killed) {
    Set<Who> freed = new TreeSet<>(tree.freedBy(killed));
    long held =
        tree.waits().stream()
            .filter(wait -> wait.blocker().filter(killed::contains).isPresent())
            .map(LockWait::waiter)
            .filter(who -> !killed.contains(who) && !freed.contains(who))
            .distinct()
            .count();
    if (freed.isEmpty()) {
      return held == 0 ? "" : "Releases nobody: " + others(held);
    }
    long metadata = count(tree, freed, LockKind.METADATA);
    long rows = count(tree, freed, LockKind.ROW);
    var text = new StringBuilder("Releases %,d".formatted(freed.size()));
    if (rows > 0 && metadata > 0) {
      text.append(": %,d wait for row locks, %,d for metadata locks".formatted(rows, metadata));
    } else {
      text.append(metadata > 0 ? ", which wait for metadata locks" : ", which wait for row locks");
    }
    List<String> names = freed.stream().limit(NAMED).map(Who::words).toList();
    text.append(". They are ").append(String.join(", ", names));
    text.append(freed.size() > NAMED ? " and %,d more.".formatted(freed.size() - NAMED) : ".");
    if (held > 0) {
      text.append(" ").append(others(held));
    }
    return text.toString();
  }

  private static String others(long held) {
    return "%,d that wait%s for it wait%s for others too."
        .formatted(held, held == 1 ? "s" : "", held == 1 ? "s" : "");
  }

  private static long count(LockTree tree, Set<Who> freed, LockKind kind) {
    return tree.waits().stream()
        .filter(wait -> wait.kind() == kind && freed.contains(wait.waiter()))
        .map(LockWait::waiter)
        .distinct()
        .count();
  }
}
