package org.binnacle.app.start;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/// Questions to the user by threads that wait for the answer: one at a time, each until the window
/// stands. Nobody answers on the FX thread, after the window has closed, or within five minutes.
final class WindowQuestions {
  private static final int MINUTES = 5;
  private final ReentrantLock one = new ReentrantLock(/* fair= */ true);
  private final CompletableFuture<Optional<Node>> window = new CompletableFuture<>();
  private final CompletableFuture<Boolean> closed = new CompletableFuture<>();

  void stands(Node root) {
    window.complete(Optional.of(root));
  }

  void closed() {
    closed.complete(true);
    window.complete(Optional.empty());
  }

  /// @param sheet made on the FX thread with what takes the answer; closing it is no answer
  <T> Optional<T> ask(Function<Consumer<T>, Sheet> sheet) {
    if (Platform.isFxApplicationThread()) {
      return Optional.empty();
    }
    try {
      one.lockInterruptibly();
      try {
        Optional<Node> over = window.get();
        return over.isEmpty() || closed.isDone() ? Optional.empty() : shown(sheet, over.get());
      } finally {
        one.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    }
  }

  private <T> Optional<T> shown(Function<Consumer<T>, Sheet> make, Node over)
      throws InterruptedException, ExecutionException {
    var answer = new CompletableFuture<Optional<T>>();
    var open = new AtomicReference<@Nullable Sheet>();
    var _ = closed.thenRun(() -> answer.complete(Optional.empty()));
    FxThread.run(
        () -> {
          try {
            if (!answer.isDone()) {
              Sheet sheet = make.apply(given -> answer.complete(Optional.of(given)));
              open.set(sheet.onClose(() -> answer.complete(Optional.empty())).open(over));
            }
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.completeOnTimeout(Optional.empty(), MINUTES, TimeUnit.MINUTES).get();
    } finally {
      answer.complete(Optional.empty());
      FxThread.run(
          () -> {
            Sheet sheet = open.get();
            if (sheet != null) {
              sheet.close();
            }
          });
    }
  }
}
