package org.binnacle.diagnosis.view.locks;

import java.time.Duration;
import org.binnacle.diagnosis.lock.MergedLocks;

/// How often the locks are looked at, by what the last look has found and cost.
final class LockPace {
  static final Duration USUAL = Duration.ofSeconds(2);

  /// While somebody waits and looking is cheap.
  private static final Duration QUICK = Duration.ofSeconds(1);

  /// Where one look took longer than {@link #CHEAP}.
  private static final Duration SLOW = Duration.ofSeconds(5);

  private static final Duration CHEAP = Duration.ofMillis(50);

  private LockPace() {}

  static Duration of(MergedLocks locks) {
    boolean slow = locks.scenes().stream().anyMatch(scene -> scene.took().compareTo(CHEAP) > 0);
    return slow ? SLOW : locks.isEmpty() ? USUAL : QUICK;
  }
}
