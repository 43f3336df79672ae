package org.binnacle.mysql.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ConnectQueueTest {

  @Test
  void theDeadHoldUpEachOtherAndNotTheLiving() throws Exception {
    var queue = new ConnectQueue(2, 1);
    var release = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        threads.execute(() -> queue.run(true, () -> release.await(20, TimeUnit.SECONDS)));
      }
      assertThat(threads.submit(() -> queue.run(false, () -> "alive")).get(10, TimeUnit.SECONDS))
          .isEqualTo("alive");
      release.countDown();
    }
  }

  @Test
  void neverMoreInFlightThanPlaces() throws Exception {
    var queue = new ConnectQueue();
    var inFlight = new AtomicInteger();
    var most = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2000; i++) {
        boolean failed = i % 3 == 0;
        threads.execute(
            () ->
                queue.run(
                    failed,
                    () -> {
                      most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                      LockSupport.parkNanos(1_000);
                      return inFlight.decrementAndGet();
                    }));
      }
    }
    assertThat(most.get()).isBetween(1, 64);
  }
}
