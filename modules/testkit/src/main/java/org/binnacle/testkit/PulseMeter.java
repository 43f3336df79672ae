package org.binnacle.testkit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;

/// CPU time of the FX thread, for load programs: how much in all since a mark, and how much the
/// busiest pulse took. A pulse is counted from its layout to the layout of the next, with all that
/// ran on the thread between them: styles, layout, hand-over to the painter, queued work.
///
/// All methods on the FX thread.
public final class PulseMeter {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Double> totals = new ArrayList<>();
  private final List<Double> busiest = new ArrayList<>();
  private long pulse = now();
  private long mark = pulse;
  private double most;

  public PulseMeter(Scene scene) {
    scene.addPreLayoutPulseListener(this::pulse);
  }

  private long now() {
    return threads.getCurrentThreadCpuTime();
  }

  private void pulse() {
    long now = now();
    most = Math.max(most, (now - pulse) / 1e6);
    pulse = now;
  }

  /// Forgets what was measured so far.
  public void begin() {
    totals.clear();
    busiest.clear();
    mark = now();
    pulse = mark;
    most = 0;
  }

  /// Ends one refresh, or one second.
  public void mark() {
    pulse();
    totals.add((pulse - mark) / 1e6);
    busiest.add(most);
    mark = pulse;
    most = 0;
  }

  /// Such as `in all median 3.1 ms, p95 5.0; its busiest pulse median 2.6 ms, p95 4.1, worst 4.4`.
  public String words() {
    return String.format(
        Locale.ROOT,
        "in all median %.1f ms, p95 %.1f; the busiest pulse median %.1f ms, p95 %.1f, worst %.1f;"
            + " load %.1f",
        at(totals, 0.5),
        at(totals, 0.95),
        at(busiest, 0.5),
        at(busiest, 0.95),
        at(busiest, 1),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static double at(List<Double> all, double share) {
    var sorted = new ArrayList<>(all);
    Collections.sort(sorted);
    return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
  }
}
