package org.binnacle.fxkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
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

  private static List<MarkPainter.Placed> placed(int... seconds) {
    var painter = new MarkPainter(50, 8);
    painter.show(Arrays.stream(seconds).mapToObj(MarkPainterTest::mark).toList());
    return painter.placed(STRETCH);
  }

  @Test
  void aLabelAtTheRightEdgeStandsLeftOfItsMark() {
    MarkPainter.Placed only = placed(590).getFirst();
    assertThat(only.label()).isEqualTo("kill");
    assertThat(only.labelEnd()).isLessThan(only.at());
  }

  @Test
  void noLabelLiesOverAnotherLabelOrAnotherMark() {
    for (int apart : new int[] {1, 5, 12, 25, 40, 65}) {
      var seconds = new int[10];
      for (int i = 0; i < seconds.length; i++) {
        seconds[i] = 599 - i * apart;
      }
      List<MarkPainter.Placed> all = placed(seconds);
      assertThat(all).hasSize(seconds.length);
      for (MarkPainter.Placed one : all) {
        if (!one.label().isEmpty()) {
          assertThat(one.labelEnd()).as("inside").isLessThanOrEqualTo(650);
          assertThat(all)
              .filteredOn(other -> !other.equals(one))
              .as("%d px apart", apart)
              .allMatch(other -> other.at() < one.labelX() || other.at() > one.labelEnd())
              .allMatch(
                  other ->
                      other.label().isEmpty()
                          || other.labelEnd() <= one.labelX()
                          || other.labelX() >= one.labelEnd());
        }
      }
      if (apart >= 65) {
        assertThat(all).as("room for all").allMatch(one -> one.label().equals("kill"));
      }
    }
  }

  @Test
  void aTextIsCutToItsRoom() {
    assertThat(MarkPainter.cut("short", 200)).isEqualTo("short");
    assertThat(MarkPainter.cut("much too long for that", 56)).isEqualTo("much too …");
    assertThat(MarkPainter.cut("nothing", 0)).isEqualTo("…");
  }
}
