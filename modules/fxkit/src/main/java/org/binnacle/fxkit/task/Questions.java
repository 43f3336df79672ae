package org.binnacle.fxkit.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/// Short questions of one kind that a view asks off the FX thread; only the newest is answered.
/// Either a newer one interrupts the one under way, or it waits until that has ended by itself, see
/// {@link #inTurn}. One object a kind of question; its owner closes it.
public final class Questions implements AutoCloseable {
  private final String name;
  private final boolean inTurn;
  private long asked;
  private boolean closed;
  private @Nullable Thread asking;
  private @Nullable Runnable waiting;

  /// A newer question interrupts the older one.
  ///
  /// @param name of its threads, such as `statement of sessions`
  public Questions(String name) {
    this(name, false);
  }

  private Questions(String name, boolean inTurn) {
    this.name = name;
    this.inTurn = inTurn;
  }

  /// Questions that nobody interrupts before they are closed: one is under way, and of those that
  /// were asked meanwhile the newest waits for its end. For what is asked of servers on their
  /// shared connection, which an interrupt closes; the limit of their statements bounds the wait.
  public static Questions inTurn(String name) {
    return new Questions(name, true);
  }

  /// Asks; the answer comes on the FX thread unless a newer question, {@link #drop} or `close` came
  /// before it.
  public <T> void ask(Callable<T> work, Consumer<Outcome<T>> answer) {
    FxThread.check();
    if (closed) {
      return;
    }
    drop();
    long number = asked;
    if (asking == null) {
      start(number, work, answer);
    } else {
      waiting = () -> start(number, work, answer);
    }
  }

  private <T> void start(long number, Callable<T> work, Consumer<Outcome<T>> answer) {
    asking =
        Thread.ofVirtual()
            .name(name)
            .start(
                () -> {
                  Outcome<T> outcome = run(work);
                  FxThread.later(() -> ended(number, answer, outcome));
                });
  }

  private <T> void ended(long number, Consumer<Outcome<T>> answer, Outcome<T> outcome) {
    boolean newest = number == asked;
    if (closed || (!newest && !inTurn)) {
      return;
    }
    asking = null;
    Runnable next = waiting;
    waiting = null;
    if (next != null) {
      next.run();
    } else if (newest) {
      answer.accept(outcome);
    }
  }

  /// Forgets what was asked, if anything.
  public void drop() {
    FxThread.check();
    asked++;
    waiting = null;
    if (!inTurn) {
      interrupt();
    }
  }

  /// Whether a question is under way, also one that nobody waits for any more.
  public boolean asking() {
    return asking != null;
  }

  /// Answers nothing from now on, but lets what is under way end by itself.
  public void retire() {
    drop();
    closed = true;
  }

  private void interrupt() {
    if (asking != null) {
      asking.interrupt();
      asking = null;
    }
  }

  /// Gives up at once, also what is asked in turn.
  @Override
  public void close() {
    drop();
    interrupt();
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
