package org.binnacle.explain.bench;

import java.util.Arrays;
import org.binnacle.explain.Plan;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.insight.Insights;
import org.binnacle.explain.read.PlanReading;

/// Measures a plan of 500 steps: reading it and asking all insights. The figures are in the
/// module's README.
public final class PlanBenchmark {
  private static final int ROUNDS = 300;
  private static final int WARM_UP = 200;

  private PlanBenchmark() {}

  public static void main(String[] args) {
    String text = analysed();
    long[] nanos = new long[ROUNDS];
    int found = 0;
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      long start = System.nanoTime();
      Plan plan = PlanReading.read(text);
      found += Insights.of(plan, Facts.NONE).size();
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      } else if (i == -WARM_UP) {
        print("first (cold)", System.nanoTime() - start);
      }
    }
    Arrays.sort(nanos);
    print("median", nanos[ROUNDS / 2]);
    print("95 %", nanos[ROUNDS * 95 / 100]);
    System.out.printf(
        "%d steps, %d findings a round%n",
        PlanReading.read(text).nodes().size(), found / (ROUNDS + WARM_UP));
  }

  /// An appended union of joins, as EXPLAIN ANALYZE prints it: 1 + 124 * 4 + 3 steps.
  private static String analysed() {
    var text =
        new StringBuilder(
            "-> Append  (cost=90000 rows=90000) (actual time=0.1..900 rows=90000 loops=1)\n");
    for (int i = 0; i < 124; i++) {
      text.append(
          "    -> Nested loop inner join  (cost=2662 rows=7220) (actual time=0.174..139 rows=7500 loops=1)\n");
      text.append(
          "        -> Index lookup on c using country (country='DE')  (cost=136 rows=1250) (actual time=0.134..1.63 rows=1250 loops=1)\n");
      text.append(
          "        -> Filter: ((o.total > 90.00) and (o.status = 'new'))  (cost=1.44 rows=5.78) (actual time=0.109..0.11 rows=6 loops=1250)\n");
      text.append(
          "            -> Index lookup on o using cust_id (cust_id=c.id)  (cost=1.44 rows=5.78) (actual time=0.109..0.11 rows=6 loops=1250)\n");
    }
    return text.append(
            "    -> Sort: x.a  (cost=1 rows=2)\n        -> Filter: (x.a > 1)  (cost=1 rows=2)\n            -> Table scan on x  (cost=1 rows=2)\n")
        .toString();
  }

  private static void print(String what, long nanos) {
    System.out.printf("%-14s %8.3f ms%n", what, nanos / 1e6);
  }
}
