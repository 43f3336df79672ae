package org.binnacle.diagnosis.topsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
class HourBlockTest {

  @Test
  void whatIsPackedIsUnpackedAsItWasTimesToOnePartIn512() {
    var random = new Random(3);
    var block = new HourBlock();
    for (int statement = 1; statement <= 90; statement += 1 + random.nextInt(3)) {
      for (int minute = 0; minute < 60; minute += 1 + random.nextInt(5)) {
        int range = 1 + random.nextInt(1_000_000);
        block.add(minute, statement, Counters.of(column -> random.nextInt(range) * 1_000L));
        block.measured(minute, 60_000);
      }
    }
    HourBlock read = HourBlock.unpacked(block.packed());
    assertThat(read.measuredMs()).isEqualTo(block.measuredMs());
    assertThat(read.rows().keySet()).isEqualTo(block.rows().keySet());
    assertThat(read.minutes()).isEqualTo(block.minutes());
    block
        .rows()
        .forEach(
            (statement, minutes) ->
                minutes.forEach(
                    (minute, counters) -> {
                      Counters back = read.rows().get(statement).get(minute);
                      assertThat(back.count()).isEqualTo(counters.count());
                      assertThat(back.examined()).isEqualTo(counters.examined());
                      assertThat(back.noIndex()).isEqualTo(counters.noIndex());
                      assertThat((double) back.timeUs())
                          .isBetween(counters.timeUs() * 0.998, counters.timeUs() * 1.002 + 1);
                    }));
  }

  @Test
  void bytesThatAreNoBlockAreRefused() {
    assertThatThrownBy(() -> HourBlock.unpacked(new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
