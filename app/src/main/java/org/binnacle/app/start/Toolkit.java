package org.binnacle.app.start;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import org.binnacle.app.window.MainWindow;
import org.binnacle.app.window.Uncaught;
import org.binnacle.app.window.WindowWiring;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.Cancel;

/// Runs JavaFX from its start to its end around one window.
public final class Toolkit {
  /// Held, since the log manager forgets loggers that nobody holds: JavaFX warns at each start that
  /// it is used from the class path, which is our choice (see the README).
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Toolkit() {}

  /// What is done with the open window, on the thread that called; the window closes afterwards
  /// where it is still open.
  @FunctionalInterface
  public interface Visit {
    void to(MainWindow window, CountDownLatch closed) throws InterruptedException;
  }

  /// @param cancel closes the window when asked
  /// @param after on the FX thread, once the window has closed
  public static void run(WindowWiring wiring, Cancel cancel, Runnable after, Visit visit) {
    JAVAFX.setLevel(Level.SEVERE);
    var opened = new CompletableFuture<MainWindow>();
    var closed = new CountDownLatch(1);
    Platform.startup(
        () -> {
          try {
            Platform.setImplicitExit(false);
            MainWindow window = MainWindow.open(wiring);
            Thread.setDefaultUncaughtExceptionHandler(new Uncaught(window::failed));
            window.onClosed(
                () -> {
                  after.run();
                  closed.countDown();
                });
            opened.complete(window);
          } catch (RuntimeException | Error e) {
            opened.completeExceptionally(e);
          }
        });
    try {
      MainWindow window = opened.join();
      cancel.onAsk(() -> FxThread.later(window::close));
      visit.to(window, closed);
      FxThread.later(window::close);
      closed.await();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Platform.exit();
    }
  }
}
