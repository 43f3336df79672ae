package org.binnacle.state.vault;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs calls that may never come back (a keychain behind a closed dialog) under a time limit, on
/// daemon threads that do not keep the program alive.
final class Limited {
  private Limited() {}

  /// @throws TimeoutException where the limit passed; the call goes on alone
  static <T> T call(Duration limit, Callable<T> work)
      throws TimeoutException, ExecutionException, InterruptedException {
    var task = new FutureTask<>(work);
    Thread.ofPlatform().name("binnacle-keychain").daemon().start(task);
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      task.cancel(true);
    }
  }
}
