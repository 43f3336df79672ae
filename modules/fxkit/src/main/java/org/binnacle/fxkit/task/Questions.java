package org.binnacle.fxkit.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/// Short questions of one kind that a view asks off the FX thread: a newer question replaces the
/// older one, whose thread is interrupted and whose answer is dropped. One object a kind of
/// question; its owner closes it.
public final class Questions implements AutoCloseable {
  private final String name;
  private long asked;
  private boolean closed;
  private @Nullable Thread asking;

  /// @param name of its threads, such as `statement of sessions`
  public Questions(String name) {
    this.name = name;
  }

  /// Asks; the answer comes on the FX thread unless a newer question or `close` came before it.
  public <T> void ask(Callable<T> work, Consumer<Outcome<T>> answer) {
    FxThread.check();
    if (closed) {
      return;
    }
    drop();
    long number = asked;
    asking =
        Thread.ofVirtual()
            .name(name)
            .start(
                () -> {
                  Outcome<T> outcome = run(work);
                  FxThread.later(
                      () -> {
                        if (number == asked && !closed) {
                          asking = null;
                          answer.accept(outcome);
                        }
                      });
                });
  }

  /// Forgets the question under way, if any.
  public void drop() {
    FxThread.check();
    asked++;
    if (asking != null) {
      asking.interrupt();
      asking = null;
    }
  }

  @Override
  public void close() {
    drop();
    closed = true;
  }

  private static <T> Outcome<T> run(Callable<T> work) {
    try {
      return new Outcome.Ok<>(work.call());
    } catch (Exception | Error e) {
      return new Outcome.Failed<>(Fault.of(e));
    }
  }
}
