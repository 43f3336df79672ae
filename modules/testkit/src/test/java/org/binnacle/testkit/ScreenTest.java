package org.binnacle.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
class ScreenTest {
  @Test
  void aConditionThatThrowsDoesNotHoldYet() {
    Screen.start();
    var asked = new AtomicInteger();
    Screen.until(
        "the third time",
        () -> {
          if (asked.incrementAndGet() < 3) {
            throw new IllegalStateException("the node is not there yet");
          }
          return true;
        });
    assertThat(asked).hasValue(3);
    Screen.settle();
    Screen.until("what was thrown then is forgotten", () -> true);
  }
}
