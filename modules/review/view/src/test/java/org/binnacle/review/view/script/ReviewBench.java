package org.binnacle.review.view.script;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import org.binnacle.review.view.Rig;
import org.binnacle.testkit.Screen;

/// What a letter typed into a script of many lines costs the FX thread, layout included, and what
/// the marks of a review that follows a pause cost it, with how long they take to come.
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
      double[] letter = new double[rounds];
      for (int i = -WARM; i < rounds; i++) {
        int length = sql.length() + i + WARM + 1;
        long from = System.nanoTime();
        long used = threads.getThreadCpuTime(fx);
        Screen.run(() -> panel.editor().area().replace(0, 0, " "));
        drawn();
        long typed = threads.getThreadCpuTime(fx);
        Screen.run(panel::review);
        done(panel, length);
        drawn();
        if (i >= 0) {
          wall[i] = (System.nanoTime() - from) / 1e6;
          letter[i] = (typed - used) / 1e6;
          cpu[i] = (threads.getThreadCpuTime(fx) - typed) / 1e6;
        }
      }
      Arrays.sort(wall);
      Arrays.sort(cpu);
      Arrays.sort(letter);
      int findings = Screen.get(() -> panel.editor().marked().size());
      System.out.printf(
          "%,d lines, %,d findings, %d rounds: FX thread a letter median %.1f ms, p95 %.1f ms; its"
              + " marks median %.1f ms, p95 %.1f ms, there after median %.0f ms, p95 %.0f ms; load"
              + " %.1f%n",
          lines,
          findings,
          rounds,
          letter[rounds / 2],
          letter[rounds * 95 / 100],
          cpu[rounds / 2],
          cpu[rounds * 95 / 100],
          wall[rounds / 2],
          wall[rounds * 95 / 100],
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
  }

  /// Until two pulses have passed: what was changed is laid out and on its way to the screen.
  private static void drawn() {
    var passed = new CountDownLatch(2);
    var timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            passed.countDown();
          }
        };
    Screen.run(timer::start);
    try {
      passed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Screen.run(timer::stop);
    Screen.settle();
  }

  /// Until the answer to the newest text is there; listens, since asking for it again and again
  /// would be measured too.
  private static void done(ReviewPanel panel, int length) {
    var there = new CountDownLatch(1);
    InvalidationListener listener =
        seen -> {
          if (is(panel, length)) {
            there.countDown();
          }
        };
    Screen.run(
        () -> {
          panel.model().state().addListener(listener);
          listener.invalidated(panel.model().state());
        });
    try {
      there.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Screen.run(() -> panel.model().state().removeListener(listener));
    Screen.settle();
  }

  private static boolean is(ReviewPanel panel, int length) {
    return panel.model().state().get() == ReviewModel.State.DONE
        && panel.model().reviewed().get().filter(r -> r.text().length() == length).isPresent();
  }
}
