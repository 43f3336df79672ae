package org.binnacle.review.view.script;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.binnacle.review.view.Rig;
import org.binnacle.testkit.Screen;

/// What a letter typed into a script of many lines costs: how long until the marks are there, and
/// what of it is CPU time of the FX thread (layout and drawing included).
///
/// Arguments: lines of the script, rounds.
public final class ReviewBench {
  private static final int WARM = 10;

  private ReviewBench() {}

  public static void main(String[] arguments) {
    int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
    var sql = new StringBuilder();
    for (int i = 0; i * 6 < lines; i++) {
      sql.append(
          """
          CREATE TABLE t%1$d (
            id INT(11) NOT NULL,
            amount FLOAT NOT NULL,
            PRIMARY KEY (id)
          );
          UPDATE t%1$d SET amount = 0 WHERE id = 7;
          """
              .formatted(i));
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    try (var rig = new Rig()) {
      Screen.run(() -> rig.panels.text(sql.toString()));
      var panel = (ReviewPanel) rig.front();
      long fx = Screen.get(() -> Thread.currentThread().threadId());
      done(panel, sql.length());
      double[] wall = new double[rounds];
      double[] cpu = new double[rounds];
      for (int i = -WARM; i < rounds; i++) {
        int length = sql.length() + i + WARM + 1;
        long from = System.nanoTime();
        long used = threads.getThreadCpuTime(fx);
        Screen.run(
            () -> {
              panel.editor().area().replace(0, 0, " ");
              panel.review();
            });
        done(panel, length);
        if (i >= 0) {
          wall[i] = (System.nanoTime() - from) / 1e6;
          cpu[i] = (threads.getThreadCpuTime(fx) - used) / 1e6;
        }
      }
      Arrays.sort(wall);
      Arrays.sort(cpu);
      int findings = Screen.get(() -> panel.editor().marked().size());
      System.out.printf(
          "%,d lines, %,d findings, %d rounds: marks after median %.0f ms, p95 %.0f ms; FX thread"
              + " median %.1f ms, p95 %.1f ms; load %.1f%n",
          lines,
          findings,
          rounds,
          wall[rounds / 2],
          wall[rounds * 95 / 100],
          cpu[rounds / 2],
          cpu[rounds * 95 / 100],
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
  }

  private static void done(ReviewPanel panel, int length) {
    Screen.until(
        "reviewed",
        () ->
            panel.model().state().get() == ReviewModel.State.DONE
                && panel
                    .model()
                    .reviewed()
                    .get()
                    .filter(r -> r.text().length() == length)
                    .isPresent());
    Screen.settle();
  }
}
