package org.binnacle.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  private final Words words = new Words();

  @Test
  void aFaultIsToldByItsWordsWithItsDetailFilledIn() {
    var told = words.of(new Fault(Fault.CANCELLED, "by hand"));
    assertThat(told.code()).isEqualTo("work.cancelled");
    assertThat(told.happened()).isEqualTo("Stopped: by hand");
    assertThat(told.next()).isNotEmpty();
  }

  @Test
  void aCodeWithoutWordsIsToldByItsDetail() {
    assertThat(words.of(new Fault(FaultCode.usage("nowhere.else"), "the detail")).happened())
        .isEqualTo("the detail");
  }
}
