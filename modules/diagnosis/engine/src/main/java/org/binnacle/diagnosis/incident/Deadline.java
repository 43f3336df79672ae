package org.binnacle.diagnosis.incident;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.binnacle.kernel.Cancel;

/// The time that a whole capture has.
final class Deadline {
  private final long began = System.nanoTime();
  private final long totalNs;

  Deadline(Duration total) {
    this.totalNs = total.toNanos();
  }

  boolean over() {
    return left() <= 0;
  }

  private long left() {
    return began + totalNs - System.nanoTime();
  }

  /// A step's budget, or what is left of the whole.
  Duration atMost(Duration budget) {
    return Duration.ofNanos(Math.min(budget.toNanos(), Math.max(1_000_000, left())));
  }

  /// Waits until so long after the beginning; not longer than the whole, nor after a stop.
  void waitUntil(Duration at, Cancel cancel) {
    long ns = Math.min(began + at.toNanos() - System.nanoTime(), left());
    if (ns <= 0 || cancel.asked()) {
      return;
    }
    var stopped = new CountDownLatch(1);
    cancel.onAsk(stopped::countDown);
    try {
      var _ = stopped.await(ns, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
