package org.binnacle.fxkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChartScaleTest {
  @ParameterizedTest
  @CsvSource({"1,1", "1.1,2", "2,2", "3,5", "7,10", "1234,2000", "99999,100000", "0.3,0.5"})
  void theTopIsTheNextRoundNumber(double value, double top) {
    assertThat(Scale.round(value)).isEqualTo(top);
  }

  @Test
  void gapsDoNotCountAndAQuietChartIsNotBlownUp() {
    double[] values = {Double.NaN, 0, 0.2};
    assertThat(Scale.top(List.of(new Line("a", values, false)))).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"600", "3600", "86400", "604800", "2592000"})
  void timesAreWrittenAtRoundMomentsAndNeverTooMany(long seconds) {
    var marks =
        new TimeMarks().of(Instant.parse("2026-01-05T10:03:20Z"), Duration.ofSeconds(seconds), 800);
    assertThat(marks).hasSizeBetween(2, 11);
    assertThat(marks).allMatch(mark -> mark.share() >= 0 && mark.share() <= 1);
    assertThat(marks).extracting(TimeMarks.Mark::words).doesNotHaveDuplicates();
  }
}
