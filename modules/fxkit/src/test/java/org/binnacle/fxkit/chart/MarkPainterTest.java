package org.binnacle.fxkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkPainterTest {
  private static final Instant FROM = Instant.EPOCH.plusSeconds(1_000);
  private static final MarkPainter.Stretch STRETCH = new MarkPainter.Stretch(FROM, 600_000, 600);

  private static ChartMark mark(int second) {
    return new ChartMark(FROM.plusSeconds(second), "kill", "KILL " + second, false);
  }

  @Test
  void thePointerFindsTheMarksBesideItAndNoneThatIsNotShown() {
    var painter = new MarkPainter(50, 8);
    painter.show(List.of(mark(303), mark(299), mark(400), mark(-2), mark(601)));
    assertThat(painter.near(350, STRETCH))
        .extracting(ChartMark::words)
        .containsExactly("KILL 299", "KILL 303");
    assertThat(painter.near(50, STRETCH)).isEmpty();
    assertThat(painter.near(650, STRETCH)).isEmpty();
  }

  @Test
  void aTextIsCutToItsRoom() {
    assertThat(MarkPainter.cut("short", 200)).isEqualTo("short");
    assertThat(MarkPainter.cut("much too long for that", 56)).isEqualTo("much too …");
    assertThat(MarkPainter.cut("nothing", 0)).isEqualTo("…");
  }
}
