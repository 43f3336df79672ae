package org.binnacle.explain.view;

import java.lang.management.ManagementFactory;
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
import org.binnacle.testkit.Screen;

/// Opens a plan of 500 steps again and again and tells what the FX thread spent: the CPU time of
/// each pulse while the screen opens, and that of reading, judging and laying out off it. The
/// figures are in the module's README.
public final class PlanBench {
  private static final int ROUNDS = 90;
  private static final int WARM = 30;

  /// On a busy machine rounds take long; then fewer are told of.
  private static final long MOST_NS = 100_000_000_000L;

  /// Whose stacks are told, ms.
  private static final double LONG = 12;

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
    for (int i = 0; i < 120; i++) {
      long start = System.nanoTime();
      plan = Opened.read(text, About.text("bench"));
      if (i >= 60) {
        laidOut.add((System.nanoTime() - start) / 1e6);
      }
    }
    tell(plan.weights().nodes().size() + " steps, read, judged and laid out", laidOut);
    parts(text);
    var rig = new Rig();
    openings(rig, text, arguments.length > 0 && arguments[0].equals("stacks"));
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
    System.exit(0);
  }

  /// Reading, judging and laying out apart, wall time.
  private static void parts(String text) {
    var read = new ArrayList<Double>();
    var judged = new ArrayList<Double>();
    var laid = new ArrayList<Double>();
    for (int i = 0; i < 50; i++) {
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

  private static void openings(Rig rig, String text, boolean stacks) {
    var pulses = new ArrayList<Double>();
    var worst = new ArrayList<Double>();
    var worstWall = new ArrayList<Double>();
    var sums = new ArrayList<Double>();
    int paused = 0;
    long began = System.nanoTime();
    for (int i = 0; i < ROUNDS && (i < WARM + 20 || System.nanoTime() - began < MOST_NS); i++) {
      Opened fresh = Opened.read(text, About.text("bench"));
      // In the window a tab that goes behind stays in the scene; here the one before leaves it,
      // which is no part of opening.
      Screen.run(rig::leave);
      Screen.run(rig::closeAll);
      Screen.settle();
      Stretches beats = Stretches.during(stacks, () -> rig.panels.open(fresh), 20);
      List<Stretches.One> seen = Screen.get(beats::stop);
      if (i == 0) {
        System.out.println("the first opening, stretches: " + Stretches.words(seen));
      }
      Stretches.One most =
          seen.stream().max(Comparator.comparingDouble(Stretches.One::cpuMs)).orElseThrow();
      if (i >= WARM) {
        seen.forEach(one -> pulses.add(one.cpuMs()));
        worst.add(most.cpuMs());
        worstWall.add(seen.stream().mapToDouble(Stretches.One::wallMs).max().orElse(0));
        sums.add(seen.stream().mapToDouble(Stretches.One::cpuMs).sum());
        paused += seen.stream().anyMatch(one -> one.pausedMs() > 0) ? 1 : 0;
      }
      if (stacks && (most.cpuMs() > LONG || i == 0)) {
        System.out.println("opening " + i + ": " + beats.told(most));
      }
    }
    tell("opening, each stretch above 0.5 ms", pulses);
    tell("opening, the longest stretch, CPU", worst);
    tell("opening, the longest stretch, wall", worstWall);
    tell("opening, all stretches", sums);
    System.out.printf(
        Locale.ROOT,
        "openings over 16 ms: %d of %d by CPU, %d by wall; with a pause of the collector: %d%n",
        worst.stream().filter(one -> one > 16).count(),
        worst.size(),
        worstWall.stream().filter(one -> one > 16).count(),
        paused);
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
  public static String text() {
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
