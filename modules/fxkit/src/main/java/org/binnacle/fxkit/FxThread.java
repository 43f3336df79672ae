package org.binnacle.fxkit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The one bridge to the FX thread; nothing else calls `Platform.runLater`.
public final class FxThread {
  private FxThread() {}

  /// @throws IllegalStateException where the caller is not on the FX thread: a bug of ours
  public static void check() {
    if (!Platform.isFxApplicationThread()) {
      throw new IllegalStateException("not on the FX thread: " + Thread.currentThread());
    }
  }

  /// Runs on the FX thread: at once where the caller is on it, else later.
  public static void run(Runnable work) {
    if (Platform.isFxApplicationThread()) {
      work.run();
    } else {
      Platform.runLater(work);
    }
  }

  /// Runs on the FX thread after what is queued there.
  public static void later(Runnable work) {
    Platform.runLater(work);
  }

  /// A consumer for any thread that hands values to the FX thread, where at most one waits: a newer
  /// value replaces one that was not read yet.
  public static <T> Consumer<T> latest(Consumer<T> onFxThread) {
    return paced(Duration.ZERO, onFxThread);
  }

  /// As {@link #latest}, and not more often than once in a while; the last value always arrives.
  ///
  /// @param gap least time between two
  public static <T> Consumer<T> paced(Duration gap, Consumer<T> onFxThread) {
    var waiting = new AtomicReference<T>();
    var last = new AtomicLong(System.nanoTime() - gap.toNanos());
    Runnable hand =
        () -> {
          last.set(System.nanoTime());
          T newest = waiting.getAndSet(null);
          if (newest != null) {
            onFxThread.accept(newest);
          }
        };
    return value -> {
      if (waiting.getAndSet(value) == null) {
        long restNs = gap.toNanos() - (System.nanoTime() - last.get());
        if (restNs <= 0) {
          Platform.runLater(hand);
        } else {
          CompletableFuture.delayedExecutor(restNs, TimeUnit.NANOSECONDS, Platform::runLater)
              .execute(hand);
        }
      }
    };
  }
}
