package org.binnacle.kernel;

import java.util.ArrayList;
import java.util.List;

/// A wish to stop that work looks at and that runs hooks (such as KILL QUERY) once when it comes.
/// Safe for use by many threads.
public final class Cancel {
  private final List<Runnable> hooks = new ArrayList<>();
  private boolean asked;

  /// A token that nobody cancels.
  public static Cancel never() {
    return new Cancel();
  }

  /// Asks the work to stop; hooks run on the caller's thread, each once.
  public void ask() {
    List<Runnable> run;
    synchronized (this) {
      if (asked) {
        return;
      }
      asked = true;
      run = List.copyOf(hooks);
      hooks.clear();
    }
    run.forEach(Runnable::run);
  }

  public synchronized boolean asked() {
    return asked;
  }

  /// @throws Fault with {@link Fault#CANCELLED} where a stop was asked for
  public void check() {
    if (asked()) {
      throw new Fault(Fault.CANCELLED, "stopped by the user");
    }
  }

  /// Runs the hook when a stop is asked for, at once where it already was.
  public void onAsk(Runnable hook) {
    synchronized (this) {
      if (!asked) {
        hooks.add(hook);
        return;
      }
    }
    hook.run();
  }
}
