package org.binnacle.fxkit.task;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;

/// One piece of long work as the task bar shows it. Its properties change on the FX thread.
public final class Task {

  public enum State {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  /// How far it is.
  ///
  /// @param total negative where nobody knows
  public record Step(String what, long done, long total) {

    /// 0 to 1, or negative where nobody knows.
    public double fraction() {
      return total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1);
    }
  }

  private final String what;
  private final Instant started;
  private final Cancel cancel = new Cancel();
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step("", 0, -1));
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
  private Optional<Fault> fault = Optional.empty();

  Task(String what, Instant started) {
    this.what = what;
    this.started = started;
  }

  public String what() {
    return what;
  }

  public Instant started() {
    return started;
  }

  public Cancel cancel() {
    return cancel;
  }

  public ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// Why it failed or stopped.
  public Optional<Fault> fault() {
    return fault;
  }

  void at(Step now) {
    FxThread.check();
    step.set(now);
  }

  void ended(Outcome<?> outcome) {
    FxThread.check();
    switch (outcome) {
      case Outcome.Ok<?> ok -> state.set(State.DONE);
      case Outcome.Failed<?> failed -> {
        fault = Optional.of(failed.fault());
        state.set(failed.fault().code().equals(Fault.CANCELLED) ? State.CANCELLED : State.FAILED);
      }
    }
  }
}
