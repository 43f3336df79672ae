package org.binnacle.diagnosis.lock;

import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;

/// The merged blocking tree as plain text; of one instance exactly as {@link LockText} has it.
public final class MergedLockText {
  private MergedLockText() {}

  /// One line for the whole, the roots of all instances with the name of theirs, then what each
  /// instance has to say, and which could not be read.
  public static String of(MergedLocks locks) {
    if (!locks.several() && locks.scenes().size() == 1) {
      return LockText.of(locks.scenes().getFirst());
    }
    var text = new StringBuilder(summary(locks)).append('\n');
    for (MergedLocks.Root root : locks.roots()) {
      LockText.root(text, root.instance().name() + "  ", root.node());
    }
    for (LockScene scene : locks.scenes()) {
      String name = scene.instance().name() + ": ";
      scene.notes().forEach(note -> text.append("note: ").append(name).append(note).append('\n'));
      scene.denied().forEach(denied -> text.append(name).append(denied.line()).append('\n'));
    }
    locks.failed().forEach((ref, fault) -> text.append(unread(ref, fault)).append('\n'));
    return text.toString();
  }

  /// `41 sessions wait on 2 of 3 instances, the longest 71 s, behind 5 roots; 1 could not be read`.
  public static String summary(MergedLocks locks) {
    if (!locks.several() && locks.scenes().size() == 1) {
      return LockText.summary(locks.scenes().getFirst());
    }
    int waiting = locks.waiting();
    int asked =
        (int)
            (locks.scenes().size()
                + locks.failed().keySet().stream()
                    .filter(ref -> locks.scene(ref).isEmpty())
                    .count());
    String failed =
        locks.failed().isEmpty() ? "" : "; %,d could not be read".formatted(locks.failed().size());
    if (waiting == 0) {
      boolean denied = locks.scenes().stream().anyMatch(scene -> !scene.denied().isEmpty());
      return (denied
              ? "no session is seen to wait, but not all may be seen"
              : "no session waits on %,d instance%s"
                  .formatted(locks.scenes().size(), locks.scenes().size() == 1 ? "" : "s"))
          + failed;
    }
    return "%,d session%s on %,d of %,d instances, the longest %s, behind %,d root%s"
            .formatted(
                waiting,
                waiting == 1 ? " waits" : "s wait",
                locks.troubled(),
                asked,
                Span.words(locks.longestUs()),
                locks.roots().size(),
                locks.roots().size() == 1 ? "" : "s")
        + failed;
  }

  /// `not read: shop-3, 10.0.4.9:3306: Connection refused`.
  public static String unread(InstanceRef instance, Fault fault) {
    Fault why = fault.getCause() instanceof Fault before ? before : fault;
    String words = why.detail().isEmpty() ? why.code().id() : why.detail();
    return "not read: %s (%s)".formatted(instance.name(), words.replaceAll("\\s+", " "));
  }
}
