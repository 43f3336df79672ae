package org.binnacle.explain.view;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.binnacle.explain.Plan;
import org.binnacle.explain.drawing.DiagramDrawing;
import org.binnacle.explain.drawing.Icicle;
import org.binnacle.explain.drawing.LeftDeep;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.insight.Insights;
import org.binnacle.explain.read.PlanReading;
import org.binnacle.explain.view.plan.About;
import org.binnacle.explain.view.plan.Opened;
import org.binnacle.fxkit.FxThread;
import org.binnacle.testkit.Screen;

/// Opens a plan of 500 steps again and again and tells what the FX thread spent: the CPU time of
/// each pulse while the screen opens, and that of reading, judging and laying out off it. The
/// figures are in the module's README.
public final class PlanBench {
  private static final int ROUNDS = 60;
  private static final int WARM = 30;

  private PlanBench() {}

  public static void main(String[] arguments) {
    String text = text();
    var laidOut = new ArrayList<Double>();
    long began = System.nanoTime();
    Plan cold = PlanReading.read(text);
    long second = System.nanoTime();
    var found = Insights.of(cold, Facts.NONE);
    long third = System.nanoTime();
    Opened plan = Opened.of(cold, About.text("bench"));
    long fourth = System.nanoTime();
    System.out.printf(
        Locale.ROOT,
        "cold: read %.0f ms, judged %.0f ms (%d findings), judged again and laid out %.0f ms%n",
        (second - began) / 1e6,
        (third - second) / 1e6,
        found.size(),
        (fourth - third) / 1e6);
    for (int i = 0; i < 200; i++) {
      long start = System.nanoTime();
      plan = Opened.read(text, About.text("bench"));
      if (i >= 100) {
        laidOut.add((System.nanoTime() - start) / 1e6);
      }
    }
    tell(plan.weights().nodes().size() + " steps, read, judged and laid out", laidOut);
    parts(text);
    var rig = new Rig();
    var pulses = new ArrayList<Double>();
    var worst = new ArrayList<Double>();
    var all = new ArrayList<List<Double>>();
    var sums = new ArrayList<Double>();
    for (int i = 0; i < ROUNDS; i++) {
      Opened fresh = Opened.read(text, About.text("bench"));
      var seen = opened(rig, fresh);
      if (i == 0) {
        System.out.println("the first opening, stretches: " + seen);
      }
      if (i >= WARM) {
        pulses.addAll(seen);
        all.add(seen);
        worst.add(seen.stream().mapToDouble(Double::doubleValue).max().orElse(0));
        sums.add(seen.stream().mapToDouble(Double::doubleValue).sum());
      }
    }
    all.sort(Comparator.comparing(one -> one.stream().max(Double::compare).orElse(0.0)));
    System.out.println("a middling opening, stretches: " + all.get(all.size() / 2));
    tell("opening, each stretch above 0.5 ms", pulses);
    tell("opening, the longest stretch", worst);
    tell("opening, all stretches", sums);
    for (KeyCode tab : List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT1)) {
      var switched = new ArrayList<Double>();
      for (int i = 0; i < 10; i++) {
        rig.press(KeyCode.DIGIT4);
        long before = cpu();
        rig.press(tab);
        Screen.settle();
        switched.add((cpu() - before) / 1e6);
      }
      tell("to tab " + tab.getName(), switched);
    }
    System.out.printf(
        Locale.ROOT,
        "load %.1f%n",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    rig.close();
    System.exit(0);
  }

  /// Reading, judging and laying out apart, wall time.
  private static void parts(String text) {
    var read = new ArrayList<Double>();
    var judged = new ArrayList<Double>();
    var laid = new ArrayList<Double>();
    for (int i = 0; i < 100; i++) {
      long start = System.nanoTime();
      Plan plan = PlanReading.read(text);
      long second = System.nanoTime();
      var findings = Insights.of(plan, Facts.NONE);
      long third = System.nanoTime();
      var weights = new Weights(plan, findings);
      Icicle.of(plan, weights);
      DiagramDrawing.of(LeftDeep.of(plan), weights);
      read.add((second - start) / 1e6);
      judged.add((third - second) / 1e6);
      laid.add((System.nanoTime() - third) / 1e6);
    }
    tell("  read", read);
    tell("  judged", judged);
    tell("  laid out", laid);
  }

  /// CPU milliseconds of the FX thread from one beat to the next while a plan opens: a beat is an
  /// event that puts itself behind those that wait, so that a stretch is one event or one pulse.
  private static List<Double> opened(Rig rig, Opened plan) {
    var beat = new Beat();
    // In the window a tab that goes behind stays in the scene; here the one before leaves it, which
    // is no part of opening.
    Screen.run(rig::leave);
    Screen.settle();
    Screen.run(beat::start);
    Screen.settle();
    Screen.run(() -> rig.panels.open(plan));
    for (int i = 0; i < 20; i++) {
      Screen.settle();
    }
    return Screen.get(beat::stop);
  }

  /// Beats on the FX thread.
  private static final class Beat {
    private final List<Double> stretches = new ArrayList<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private boolean on = true;
    private long before;

    void start() {
      before = threads.getCurrentThreadCpuTime();
      FxThread.later(this::beat);
    }

    private void beat() {
      long now = threads.getCurrentThreadCpuTime();
      stretches.add((now - before) / 1e6);
      before = now;
      if (on) {
        FxThread.later(this::beat);
      }
    }

    List<Double> stop() {
      on = false;
      return stretches.stream().filter(one -> one > 0.5).toList();
    }
  }

  private static long cpu() {
    long fx = Screen.get(() -> Thread.currentThread().threadId());
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(fx);
  }

  private static void tell(String what, List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-44s median %7.2f ms, p95 %7.2f ms, most %7.2f ms%n",
        what,
        sorted[sorted.length / 2],
        sorted[sorted.length * 95 / 100],
        Arrays.stream(sorted).max().orElse(0));
  }

  private static final String LOOKUP =
      "Index lookup on o%d using cust_id (cust_id=c.id)  (cost=1.44 rows=5.78)"
          + " (actual time=0.109..0.11 rows=6 loops=1250)";

  private static final String SCAN =
      "Table scan on o%d  (cost=5100 rows=50000) (actual time=0.109..11 rows=50000 loops=1250)";

  /// 124 joins appended, with a sort: 500 steps, of which thirteen scans are worth findings.
  static String text() {
    var text =
        new StringBuilder(
            "-> Append  (cost=90000 rows=90000) (actual time=0.1..17400 rows=90000 loops=1)\n");
    for (int i = 0; i < 124; i++) {
      text.append(
          """
              -> Nested loop inner join  (cost=2662 rows=7220) (actual time=0.174..139 rows=7500 loops=1)
                  -> Index lookup on c%d using country (country='DE')  (cost=136 rows=1250) (actual time=0.134..1.63 rows=1250 loops=1)
                  -> Filter: ((o%d.total > 90.00) and (o%d.status = 'new'))  (cost=1.44 rows=5.78) (actual time=0.109..0.11 rows=6 loops=1250)
                      -> %s
          """
              .formatted(i, i, i, i % 10 == 0 ? SCAN.formatted(i) : LOOKUP.formatted(i)));
    }
    text.append("    -> Sort: x.a  (cost=1 rows=2)\n");
    text.append("        -> Filter: (x.a > 1)  (cost=1 rows=2)\n");
    text.append("            -> Table scan on x  (cost=1 rows=2)\n");
    return text.toString();
  }
}
