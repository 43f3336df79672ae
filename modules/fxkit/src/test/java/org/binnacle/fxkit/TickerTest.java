package org.binnacle.fxkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
final class TickerTest {
  private final AtomicInteger ticks = new AtomicInteger();

  @BeforeEach
  void start() {
    Screen.start();
  }

  @Test
  void ticksWhilePlayedAlsoAfterAFailureAndRestsWhenStopped() {
    var ticker =
        new Ticker(
            Duration.ofMillis(5),
            () -> {
              FxThread.check();
              ticks.incrementAndGet();
            });
    Screen.run(ticker::play);
    Screen.run(ticker::play);
    Screen.until("ticks", () -> ticks.get() >= 5);
    Screen.run(ticker::stop);
    int stood = ticks.get();
    var other = new AtomicInteger();
    var witness = new Ticker(Duration.ofMillis(5), other::incrementAndGet);
    Screen.run(witness::play);
    Screen.until("time has passed", () -> other.get() >= 10);
    assertThat(ticks.get()).as("no tick after the stop").isEqualTo(stood);
    Screen.run(ticker::play);
    Screen.until("ticks again", () -> ticks.get() > stood);
    Screen.run(ticker::stop);
    Screen.run(witness::stop);
  }

  @Test
  void playingTwiceTicksOnce() {
    var twice = new AtomicInteger();
    var ticker = new Ticker(Duration.ofMillis(20), twice::incrementAndGet);
    var once = new Ticker(Duration.ofMillis(20), ticks::incrementAndGet);
    Screen.run(
        () -> {
          ticker.play();
          ticker.play();
          ticker.play();
          once.play();
        });
    Screen.until("ticks", () -> ticks.get() >= 20);
    Screen.run(ticker::stop);
    Screen.run(once::stop);
    assertThat(twice.get()).isBetween(10, 30);
  }

  @Test
  void pacedValuesAreFewAndTheLastArrives() {
    List<Integer> got = new ArrayList<>();
    var paced = FxThread.<Integer>paced(Duration.ofMillis(200), got::add);
    long start = System.nanoTime();
    int sent = 0;
    while (System.nanoTime() - start < 500_000_000L) {
      paced.accept(++sent);
      Thread.onSpinWait();
    }
    int last = sent;
    Screen.until("the last arrives", () -> !got.isEmpty() && got.getLast() == last);
    List<Integer> all = Screen.get(() -> List.copyOf(got));
    assertThat(all).isSorted();
    long gaps = (System.nanoTime() - start) / 200_000_000L;
    assertThat((long) all.size()).as("one a gap, and the first").isLessThanOrEqualTo(gaps + 1);
  }
}
