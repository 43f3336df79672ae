package org.binnacle.mysql.pool;

import java.time.Duration;
import java.util.Arrays;

/// Notices that our own looks have become slow on an instance, which is then to be looked at less
/// often: two slow ticks in a row throttle it, three clean ones set it free.
///
/// Slow is more than 500 ms, or more than five times the instance's own median; the second only
/// above 100 ms, since five times a median of 0.3 ms is noise. Not for several threads at once.
final class Breaker {
  private static final Duration SLOW = Duration.ofMillis(500);
  private static final Duration NOISE = Duration.ofMillis(100);
  private static final int MEMORY = 31;
  private static final int ENOUGH = 5;
  private static final int FACTOR = 5;

  private final long[] ticks = new long[MEMORY];
  private int count;
  private int slowInRow;
  private int cleanInRow;
  private boolean throttled;

  /// Takes note of a tick's length.
  void tick(Duration length) {
    if (slow(length)) {
      slowInRow++;
      cleanInRow = 0;
      throttled |= slowInRow >= 2;
    } else {
      slowInRow = 0;
      cleanInRow++;
      throttled &= cleanInRow < 3;
      // Slow ticks stay out, else the median of a server that is slow for long would excuse it.
      ticks[count++ % MEMORY] = length.toNanos();
    }
  }

  boolean throttled() {
    return throttled;
  }

  private boolean slow(Duration length) {
    if (length.compareTo(SLOW) > 0) {
      return true;
    }
    return length.compareTo(NOISE) > 0 && count >= ENOUGH && length.toNanos() > FACTOR * median();
  }

  private long median() {
    long[] sorted = Arrays.copyOf(ticks, Math.min(count, MEMORY));
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
