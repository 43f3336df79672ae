package org.binnacle.mysql.pool;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ConnectFaults;

/// At most 64 connects in flight, first come, first served. Instances that failed last time queue
/// apart for 16 of the places, so that black holes hold up each other and not the living.
final class ConnectQueue {
  private final Semaphore living;
  private final Semaphore failing;

  ConnectQueue() {
    this(48, 16);
  }

  ConnectQueue(int living, int failing) {
    this.living = new Semaphore(living, true);
    this.failing = new Semaphore(failing, true);
  }

  <T> T run(boolean failedBefore, Callable<T> connect) {
    Semaphore queue = failedBefore ? failing : living;
    try {
      queue.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.CANCELLED, "interrupted while waiting to connect", e);
    }
    try {
      return connect.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new Fault(ConnectFaults.OTHER, String.valueOf(e.getMessage()), e);
    } finally {
      queue.release();
    }
  }
}
