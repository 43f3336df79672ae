package org.binnacle.diagnosis.health;

import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Severity;

/// Sessions in a state "Waiting for ... metadata lock" (also flush and global read locks).
final class MetadataLocks implements Term {
  @Override
  public String id() {
    return "metadata-locks";
  }

  @Override
  public Points points() {
    return new Points(0, 45, 92);
  }

  @Override
  public Reading read(Checkup now) {
    Optional<Vitals> fresh = now.fresh();
    if (fresh.isPresent()) {
      for (Vitals.Busy busy : fresh.get().busy()) {
        if (waits(busy.state())) {
          return of(fresh.get(), now);
        }
      }
    }
    return Reading.FINE;
  }

  private static Reading of(Vitals vitals, Checkup now) {
    List<Vitals.Busy> waiting = vitals.busy().stream().filter(busy -> waits(busy.state())).toList();
    long many = waiting.stream().mapToLong(Vitals.Busy::many).sum();
    String state = waiting.getFirst().state();
    Severity level = now.limits().metadataWaits().of(many, now.was());
    Reading reading =
        Reading.of(level, () -> "metadata lock pile: %d in \"%s\"".formatted(many, state));
    return level == Severity.WARNING ? reading.after(now.limits().settle()) : reading;
  }

  private static boolean waits(String state) {
    return state.startsWith("Waiting for")
        && (state.contains("metadata lock")
            || state.contains("global read lock")
            || state.contains("table flush")
            || state.contains("commit lock")
            || state.contains("backup lock"));
  }
}
