package org.binnacle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancelTest {
  @Test
  void hooksRunOnceWhenAStopIsAskedForAndAtOnceAfterwards() {
    var runs = new AtomicInteger();
    var cancel = new Cancel();
    cancel.onAsk(runs::incrementAndGet);
    assertThat(runs).hasValue(0);
    cancel.ask();
    cancel.ask();
    assertThat(runs).hasValue(1);
    cancel.onAsk(runs::incrementAndGet);
    assertThat(runs).hasValue(2);
  }

  @Test
  void checkThrowsOnlyAfterAStopWasAskedFor() {
    var cancel = new Cancel();
    cancel.check();
    cancel.ask();
    assertThatThrownBy(cancel::check).isInstanceOf(Fault.class);
  }
}
