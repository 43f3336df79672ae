package org.binnacle.explain.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.read.PlanReading;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole set asked live, in every form.
@Tag("server")
final class SampleSetOnServersTest {

  static List<Distribution> distributions() {
    return TestServers.available();
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void everyQueryIsExplainedInEveryForm(Distribution distribution) throws SQLException {
    List<SampleSet.Recorded> live = SampleRecorder.record(TestServers.shared(distribution));
    assertThat(live).hasSizeGreaterThan(100);
    for (SampleSet.Recorded one : live) {
      var plan = PlanReading.read(one.text());
      assertThat(plan.format()).as(one.toString()).isNotEqualTo(PlanFormat.UNKNOWN);
      assertThat(plan.notes()).as(one.toString()).isEmpty();
    }
  }
}
