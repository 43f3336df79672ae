package org.binnacle.diagnosis.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GtidSetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a:1-5 | a:1-3 | 2 | a:4-5",
        "a:1-10:20 | a:3-4:20 | 8 | a:1-2:5-10",
        "a:1-5,b:7 | a:1-9 | 1 | b:7",
        "a:1-3:4-6 | '' | 6 | a:1-6",
        "a:tag:1-3,a:1-2 | a:1-2 | 3 | a:tag:1-3",
        "'' | a:1 | 0 | ''",
        "rubbish | a:1 | 0 | ''",
      })
  void subtractedAsTheServerDoes(String left, String right, long count, String text) {
    GtidSet rest = GtidSet.of(left).minus(GtidSet.of(right));
    assertThat(rest.count()).isEqualTo(count);
    assertThat(rest.text()).isEqualTo(text);
  }

  @Test
  void randomSetsAreWholeWithTheirOwnParts() {
    var random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      GtidSet left = GtidSet.of(text(random));
      GtidSet right = GtidSet.of(text(random));
      GtidSet rest = left.minus(right);
      assertThat(rest.minus(right)).isEqualTo(rest);
      assertThat(left.minus(rest).count() + rest.count()).isEqualTo(left.count());
      assertThat(GtidSet.of(rest.text())).isEqualTo(rest);
    }
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      int from = 1 + random.nextInt(60);
      text.append(text.isEmpty() ? "" : ",")
          .append((char) ('a' + random.nextInt(3)))
          .append(':')
          .append(from)
          .append('-')
          .append(from + random.nextInt(12));
    }
    return text.toString();
  }
}
