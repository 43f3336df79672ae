package org.binnacle.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.binnacle.app.cli.Cli;
import org.binnacle.app.cli.Terminal;

/// The program. It does not extend JavaFX's Application: Java would then want JavaFX before a
/// command that needs no window could start.
public final class Main {
  private static final int INTERRUPTED = 130;
  private static final long PATIENCE_S = 5;

  private Main() {}

  public static void main(String[] arguments) {
    var cli = new Cli(Terminal.ofProcess(System.getenv()), System.getenv(), new Windows());
    var done = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted(cli, done), "interrupted"));
    int exit = cli.run(arguments);
    done.countDown();
    System.exit(exit);
  }

  /// Ctrl+C and SIGTERM: the running command is asked to stop and given time to close what it
  /// opened; then the process ends with 130 either way. What a command does when it is asked (such
  /// as KILL QUERY on a server that does not answer) may itself take long, so it gets a thread.
  private static void interrupted(Cli cli, CountDownLatch done) {
    if (done.getCount() == 0) {
      return; // an ordinary end
    }
    Thread.ofPlatform().daemon().name("stopping").start(cli::stop);
    try {
      done.await(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(INTERRUPTED);
  }
}
