package org.binnacle.diagnosis.view.kill;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;

/// Asks servers one question at a time and breaks none off: an interrupt would cost the monitoring
/// connection that all looks share. While one is under way only the newest of those that follow is
/// kept; an answer that nobody waits for any more is dropped. On the FX thread.
final class Unbroken<T> implements AutoCloseable {
  private final String name;
  private Optional<Question<T>> next = Optional.empty();
  private boolean asking;
  private long asked;
  private boolean closed;

  private record Question<T>(Callable<T> work, Consumer<Outcome<T>> answer) {}

  /// @param name of its threads
  Unbroken(String name) {
    this.name = name;
  }

  /// Whether a question is under way.
  boolean asking() {
    return asking;
  }

  void ask(Callable<T> work, Consumer<Outcome<T>> answer) {
    FxThread.check();
    drop();
    if (closed) {
      return;
    }
    var question = new Question<>(work, answer);
    if (asking) {
      next = Optional.of(question);
    } else {
      start(question);
    }
  }

  /// Nobody waits for an answer any more.
  void drop() {
    FxThread.check();
    asked++;
    next = Optional.empty();
  }

  private void start(Question<T> question) {
    asking = true;
    long number = asked;
    Thread.ofVirtual()
        .name(name)
        .start(
            () -> {
              Outcome<T> outcome = run(question.work());
              FxThread.later(() -> came(number, question, outcome));
            });
  }

  private void came(long number, Question<T> question, Outcome<T> outcome) {
    asking = false;
    Optional<Question<T>> following = next;
    next = Optional.empty();
    if (closed) {
      return;
    }
    if (number == asked) {
      question.answer().accept(outcome);
    }
    if (!asking) {
      following.ifPresent(this::start);
    }
  }

  private static <T> Outcome<T> run(Callable<T> work) {
    try {
      return new Outcome.Ok<>(work.call());
    } catch (Exception | Error e) {
      return new Outcome.Failed<>(Fault.of(e));
    }
  }

  @Override
  public void close() {
    drop();
    closed = true;
  }
}
