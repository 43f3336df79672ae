package org.binnacle.diagnosis.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrendTest {
  private final Trend trend = new Trend();

  private double[] last(int count, long asOf, int fill) {
    double[] values = trend.values(asOf, fill);
    return Arrays.copyOfRange(values, values.length - count, values.length);
  }

  @Test
  void valuesStandAtTheirSecondAndGapsAreNoNoughts() {
    trend.put(1_000, 3);
    trend.put(1_000, 5);
    trend.put(1_002, 1);
    assertThat(last(4, 1_003, 0)).containsExactly(5, Double.NaN, 1, Double.NaN);
    assertThat(last(4, 1_003, 1)).containsExactly(5, 5, 1, 1);
  }

  @Test
  void aPauseOfHoursIsAGapAndOldValuesDoNotComeBack() {
    trend.put(1_000, 3);
    trend.put(1_000_000, 4);
    assertThat(Arrays.stream(trend.values(1_000_000, 0)).filter(value -> value >= 0).toArray())
        .containsExactly(4.0);
    trend.put(5, 9);
    assertThat(last(1, 1_000_000, 0)).containsExactly(4);
  }
}
