package org.binnacle.diagnosis.deadlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who waited for whom in a deadlock, drawn with letters.
public final class WaitCycle {
  private WaitCycle() {}

  /// One arrow: a transaction, what it wanted, and who had it.
  public record Arrow(DeadlockTrx from, Optional<DeadlockLock> wanted, DeadlockTrx to) {}

  /// The holder is told by its lock on the same index; where nobody's is told it is the next one,
  /// which is the order in which InnoDB walks the cycle.
  public static List<Arrow> of(Deadlock deadlock) {
    List<DeadlockTrx> all = deadlock.transactions();
    var arrows = new ArrayList<Arrow>();
    for (int i = 0; i < all.size() && all.size() > 1; i++) {
      DeadlockTrx trx = all.get(i);
      Optional<DeadlockLock> wanted = trx.waits().stream().findFirst();
      DeadlockTrx next = all.get((i + 1) % all.size());
      DeadlockTrx holder =
          all.size() == 2 ? next : wanted.flatMap(lock -> holder(all, trx, lock)).orElse(next);
      arrows.add(new Arrow(trx, wanted, holder));
    }
    return arrows;
  }

  private static Optional<DeadlockTrx> holder(
      List<DeadlockTrx> all, DeadlockTrx waiter, DeadlockLock wanted) {
    return all.stream()
        .filter(other -> other.number() != waiter.number())
        .filter(
            other ->
                other.holds().stream()
                    .anyMatch(
                        held ->
                            held.table().equals(wanted.table())
                                && held.index().equals(wanted.index())))
        .findFirst();
  }

  /// The cycle as lines of text.
  public static String text(Deadlock deadlock) {
    var text = new StringBuilder();
    for (Arrow arrow : of(deadlock)) {
      DeadlockTrx trx = arrow.from();
      String gone = trx.number() == deadlock.victim() ? "   ROLLED BACK" : "";
      text.append(trx.words()).append("  ").append(trx.client()).append(gone).append('\n');
      trx.sql().lines().limit(12).forEach(line -> text.append(" │   ").append(line).append('\n'));
      trx.holds().stream()
          .findFirst()
          .ifPresent(held -> text.append(" │ holds ").append(held.words()).append('\n'));
      text.append(" │ waits for ")
          .append(arrow.wanted().map(DeadlockLock::words).orElse("a lock"))
          .append('\n')
          .append(" └─▶ ")
          .append(arrow.to().words())
          .append("\n\n");
    }
    return text.toString().strip();
  }
}
