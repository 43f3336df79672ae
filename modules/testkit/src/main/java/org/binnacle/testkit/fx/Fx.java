package org.binnacle.testkit.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The FX thread for tests: started once a JVM, headless, together with TestFX, whose `FxRobot`
/// works on all that is shown here. Methods may be called from any thread but the FX thread, where
/// not said otherwise.
public final class Fx {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final long POLL_NS = 15_000_000;

  private Fx() {}

  /// Starts the toolkit; further calls do nothing. Every other method calls it.
  public static void start() {
    try {
      FxToolkit.registerPrimaryStage();
    } catch (TimeoutException e) {
      throw new AssertionError("the FX toolkit did not start", e);
    }
  }

  /// Runs on the FX thread and waits; what it throws comes out here. Also from the FX thread.
  public static <T> T call(Callable<T> work) {
    try {
      if (Platform.isFxApplicationThread()) {
        return work.call();
      }
      start();
      Future<T> answer = WaitForAsyncUtils.asyncFx(work);
      return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("the FX thread was busy for " + LIMIT, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } catch (Exception e) {
      throw unwrapped(e);
    }
  }

  private static RuntimeException unwrapped(Throwable thrown) {
    if (thrown instanceof RuntimeException e) {
      return e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
    return new IllegalStateException(thrown);
  }

  /// As {@link #call} without a result.
  public static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  /// Waits until the condition, which is asked on the FX thread, is true.
  ///
  /// @param what named in the failure
  public static void await(String what, Supplier<Boolean> condition) {
    await(what, LIMIT, condition);
  }

  public static void await(String what, Duration limit, Supplier<Boolean> condition) {
    long until = System.nanoTime() + limit.toNanos();
    while (!call(condition::get)) {
      if (System.nanoTime() > until) {
        throw new AssertionError("not within " + limit + ": " + what);
      }
      LockSupport.parkNanos(POLL_NS);
    }
  }

  /// Shows a new window and waits until it is there. At most 1000 pixels high: the headless screen
  /// breaks above that.
  ///
  /// @param root called on the FX thread
  public static Stage show(Supplier<Parent> root, double width, double height) {
    Stage stage =
        call(
            () -> {
              var made = new Stage();
              made.setScene(new Scene(root.get(), width, height));
              made.show();
              return made;
            });
    await("a window is shown", stage::isShowing);
    return stage;
  }

  /// Closes the window on the FX thread.
  public static void close(Stage stage) {
    run(stage::close);
  }

  /// Waits until what is queued for the FX thread has run and two frames were drawn.
  public static void settle() {
    start();
    WaitForAsyncUtils.waitForFxEvents();
  }
}
