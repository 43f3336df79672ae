package org.binnacle.app.window;

import java.time.Duration;

/// CPU and memory of this process, from one look to the next.
final class OwnLoad {
  private Duration cpu = cpu();
  private long at = System.nanoTime();

  /// Percent of one core since the last call.
  double cpuPercent() {
    Duration now = cpu();
    long time = System.nanoTime();
    double percent = 100.0 * now.minus(cpu).toNanos() / Math.max(1, time - at);
    cpu = now;
    at = time;
    return percent;
  }

  static long heapMb() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
