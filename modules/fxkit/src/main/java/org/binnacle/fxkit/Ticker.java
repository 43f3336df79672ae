package org.binnacle.fxkit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Work on the FX thread in steady steps, such as ages that grow. A `Timeline` would do the same,
/// but while one plays JavaFX beats at the full rate of the screen, which a window that stands all
/// day should not.
///
/// All methods on the FX thread.
public final class Ticker {
  private final Duration every;
  private final Runnable tick;
  private boolean playing;
  private long turn;

  /// Rests until {@link #play}.
  public Ticker(Duration every, Runnable tick) {
    this.every = every;
    this.tick = tick;
  }

  /// From now on, the first time after one step; nothing where it plays already.
  public void play() {
    FxThread.check();
    if (!playing) {
      playing = true;
      next(++turn);
    }
  }

  /// No more ticks until {@link #play}.
  public void stop() {
    FxThread.check();
    playing = false;
    turn++;
  }

  private void next(long of) {
    CompletableFuture.delayedExecutor(every.toMillis(), TimeUnit.MILLISECONDS, FxThread::later)
        .execute(() -> ticked(of));
  }

  private void ticked(long of) {
    if (of != turn) {
      return;
    }
    try {
      tick.run();
    } finally {
      if (of == turn) {
        next(of);
      }
    }
  }
}
