package org.binnacle.app.window;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// CPU and memory of this process, from one look to the next.
final class OwnLoad {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final long SHORTEST_NS = 500_000_000;

  private Duration cpu = cpu();
  private long at = System.nanoTime();
  private double percent;

  /// Percent of one core since the last call that was half a second away or more: the system counts
  /// in steps of 10 ms, which over a shorter time would read as many cores.
  double cpuPercent() {
    long time = System.nanoTime();
    if (time - at >= SHORTEST_NS) {
      Duration now = cpu();
      percent = 100.0 * now.minus(cpu).toNanos() / (time - at);
      cpu = now;
      at = time;
    }
    return percent;
  }

  static long heapMb() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static Duration cpu() {
    return Duration.ofNanos(Math.max(0, SYSTEM.getProcessCpuTime()));
  }
}
