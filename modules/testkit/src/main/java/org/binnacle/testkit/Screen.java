package org.binnacle.testkit;

import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The FX thread of a test, without a display: start, show, run there, wait for a condition. Keep
/// windows below 1,000 px of height: the headless screen is 1000 x 1000 and a taller window breaks
/// all later tests.
public final class Screen {
  private static final int SECONDS = 20;

  private Screen() {}

  /// Starts JavaFX once a JVM; more calls do nothing.
  public static void start() {
    try {
      FxToolkit.registerPrimaryStage();
      Platform.setImplicitExit(false);
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Runs on the FX thread and waits for the end.
  public static void run(Runnable work) {
    get(
        () -> {
          work.run();
          return true;
        });
  }

  /// What the work on the FX thread gives.
  public static <T> T get(Callable<T> work) {
    try {
      return WaitForAsyncUtils.asyncFx(work).get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException bug) {
        throw bug;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException | InterruptedException e) {
      throw new IllegalStateException("the FX thread does not answer", e);
    }
  }

  /// Waits until the condition holds on the FX thread. One that throws does not hold yet, since it
  /// may look for a node that comes with the next pulse; where it goes on so, that is the cause.
  ///
  /// @param what said where it never comes true
  public static void until(String what, Callable<Boolean> condition) {
    var thrown = new ConcurrentLinkedDeque<RuntimeException>();
    try {
      WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> holds(condition, thrown));
    } catch (TimeoutException e) {
      throw new AssertionError("never came true: " + what, thrown.isEmpty() ? e : thrown.getLast());
    }
  }

  private static boolean holds(Callable<Boolean> condition, Deque<RuntimeException> thrown) {
    return get(
        () -> {
          try {
            thrown.clear();
            return condition.call();
          } catch (RuntimeException e) {
            thrown.add(e);
            return false;
          }
        });
  }

  /// Waits until what is queued on the FX thread has run.
  public static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Shows a window of its own.
  public static Stage show(Callable<Parent> root, double width, double height) {
    return get(
        () -> {
          var stage = new Stage();
          stage.setScene(new Scene(root.call(), width, height));
          stage.show();
          return stage;
        });
  }

  public static void close(Stage stage) {
    run(stage::close);
    settle();
  }
}
