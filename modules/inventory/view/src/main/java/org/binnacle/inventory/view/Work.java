package org.binnacle.inventory.view;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;

/// Changes of the inventory and the vault, one after the other, off the FX thread. Nothing that was
/// begun is interrupted: a change half kept would be worse than one that comes late.
final class Work implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("fleet change").factory());
  private boolean closed;

  /// The answer comes on the FX thread, unless this was closed before.
  <T> void run(Callable<T> work, Consumer<Outcome<T>> answer) {
    FxThread.check();
    if (closed) {
      return;
    }
    thread.execute(
        () -> {
          Outcome<T> outcome;
          try {
            outcome = new Outcome.Ok<>(work.call());
          } catch (Exception | Error e) {
            outcome = new Outcome.Failed<>(Fault.of(e));
          }
          Outcome<T> result = outcome;
          FxThread.later(
              () -> {
                if (!closed) {
                  answer.accept(result);
                }
              });
        });
  }

  @Override
  public void close() {
    FxThread.check();
    closed = true;
    thread.shutdown();
  }
}
