package org.binnacle.fxkit.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Progress;

/// Long work that the user sees in the task bar: each on a named virtual thread, with progress, a
/// wish to cancel that also interrupts, and an outcome. Owns its threads; `close` stops them.
///
/// For short questions of a panel that are not worth a line in the task bar see {@link Questions}.
public final class Tasks implements AutoCloseable {

  /// What a task does; any thrown exception becomes a {@link Fault}.
  @FunctionalInterface
  public interface Work<T> {
    T run(Progress progress, Cancel cancel) throws Exception;
  }

  private final ObservableList<Task> list = FXCollections.observableArrayList();
  private final ObservableList<Task> readOnly = FXCollections.unmodifiableObservableList(list);
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /// The tasks, newest last, those that ended included until they are {@link #dismiss}ed. On the FX
  /// thread.
  public ObservableList<Task> list() {
    return readOnly;
  }

  /// Starts work; the outcome comes on the FX thread, never after `close`.
  ///
  /// @param what a verb phrase with its object: `Import 240 instances`
  public <T> Task start(String what, Work<T> work, Consumer<Outcome<T>> then) {
    FxThread.check();
    var task = new Task(what, Instant.now());
    list.add(task);
    Thread thread = Thread.ofVirtual().name("task " + what).unstarted(() -> run(task, work, then));
    task.cancel().onAsk(thread::interrupt);
    threads.add(thread);
    thread.start();
    return task;
  }

  /// Takes an ended task off the list.
  public void dismiss(Task task) {
    FxThread.check();
    if (task.state().get() != Task.State.RUNNING) {
      list.remove(task);
    }
  }

  /// Asks all work to stop and waits a moment for it.
  @Override
  public void close() {
    closed = true;
    list.forEach(task -> task.cancel().ask());
    for (Thread thread : threads) {
      thread.interrupt();
      try {
        thread.join(Duration.ofSeconds(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private <T> void run(Task task, Work<T> work, Consumer<Outcome<T>> then) {
    Consumer<Task.Step> hop = FxThread.latest(task::at);
    Outcome<T> outcome;
    try {
      T value =
          work.run(
              (what, done, total) -> hop.accept(new Task.Step(what, done, total)), task.cancel());
      outcome = new Outcome.Ok<>(value);
    } catch (Exception | Error e) {
      outcome = new Outcome.Failed<>(fault(e, task.cancel()));
    }
    threads.remove(Thread.currentThread());
    Outcome<T> result = outcome;
    FxThread.later(
        () -> {
          if (!closed) {
            task.ended(result);
            then.accept(result);
          }
        });
  }

  private static Fault fault(Throwable thrown, Cancel cancel) {
    if (cancel.asked()
        && !(thrown instanceof Fault fault && fault.code().equals(Fault.CANCELLED))) {
      return new Fault(Fault.CANCELLED, "stopped by the user", thrown);
    }
    return Fault.of(thrown);
  }
}
