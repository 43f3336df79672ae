package org.binnacle.app.window;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What nobody caught: written to the log once for each place it came from, and told once.
public final class Uncaught implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Uncaught.class);

  private final Consumer<Fault> tell;
  private final Set<Integer> seen = ConcurrentHashMap.newKeySet();

  /// @param tell called on the FX thread
  public Uncaught(Consumer<Fault> tell) {
    this.tell = tell;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    int place = Arrays.hashCode(thrown.getStackTrace()) * 31 + thrown.getClass().hashCode();
    if (!seen.add(place)) {
      return;
    }
    Fault fault = Fault.of(thrown);
    LOG.error("{} on {}", fault.code().id(), thread.getName(), thrown);
    FxThread.later(() -> tell.accept(fault));
  }
}
