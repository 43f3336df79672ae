package org.binnacle.diagnosis.pulse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One look at the fleet for all who want it: it runs from the first that joins to the last that
/// leaves. From any thread.
public final class SharedPulse implements AutoCloseable {
  private final Collecting collecting;
  private final Supplier<Duration> interval;
  private final List<Consumer<FleetState>> listeners = new CopyOnWriteArrayList<>();
  private @Nullable FleetPulse running;
  private volatile Optional<FleetState> newest = Optional.empty();

  /// Somebody who is told until closed.
  public interface Joined extends AutoCloseable {
    @Override
    void close();
  }

  /// @param interval read when looking starts
  public SharedPulse(Collecting collecting, Supplier<Duration> interval) {
    this.collecting = collecting;
    this.interval = interval;
  }

  /// @param listener the newest state, at once where there is one, then as often as {@link
  ///   FleetPulse} tells, on a thread of ours
  /// @return leaves when closed
  public synchronized Joined join(Consumer<FleetState> listener) {
    listeners.add(listener);
    newest.ifPresent(listener);
    if (running == null) {
      running = new FleetPulse(collecting, interval.get(), this::tell);
    }
    return () -> leave(listener);
  }

  private void tell(FleetState state) {
    newest = Optional.of(state);
    listeners.forEach(listener -> listener.accept(state));
  }

  private synchronized void leave(Consumer<FleetState> listener) {
    listeners.remove(listener);
    if (listeners.isEmpty()) {
      stop();
    }
  }

  private void stop() {
    FleetPulse last = running;
    running = null;
    newest = Optional.empty();
    if (last != null) {
      last.close();
    }
  }

  /// Starts anew with the interval that is wanted now.
  public synchronized void pace() {
    if (running != null) {
      running.close();
      running = new FleetPulse(collecting, interval.get(), this::tell);
    }
  }

  /// The time between two looks at a healthy instance.
  public Duration interval() {
    return interval.get();
  }

  @Override
  public synchronized void close() {
    listeners.clear();
    stop();
  }
}
