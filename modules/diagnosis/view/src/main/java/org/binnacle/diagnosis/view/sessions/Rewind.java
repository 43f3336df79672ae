package org.binnacle.diagnosis.view.sessions;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.diagnosis.watch.SceneRing;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Outcome;

/// Which moment the table shows: now, the one it was frozen at, or one of the last ten minutes.
/// Collecting goes on meanwhile. On the FX thread, {@link #put} apart.
final class Rewind implements AutoCloseable {
  private final SceneRing ring = new SceneRing();
  private final Questions scenes = new Questions("sessions of the past");
  private final Clock clock;
  private final Consumer<Merged> show;
  private final Runnable live;
  private final BooleanProperty frozen = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Instant>> at =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean past;

  /// @param show shows a scene that is not the newest
  /// @param live shows the newest again
  Rewind(Clock clock, Consumer<Merged> show, Runnable live) {
    this.clock = clock;
    this.show = show;
    this.live = live;
    frozen.addListener((seen, was, is) -> freeze(is));
  }

  /// Keeps a scene. From the watch's threads.
  void put(Merged scene) {
    if (scene.looks().stream().anyMatch(look -> look.snapshot().isPresent())) {
      ring.put(clock.instant(), scene);
    }
  }

  /// The table stands still while this is true.
  BooleanProperty frozen() {
    return frozen;
  }

  /// What moment it stands still at; empty where it is live.
  ReadOnlyObjectProperty<Optional<Instant>> at() {
    return at.getReadOnlyProperty();
  }

  /// Whether it shows a moment of the past that was sought, and not one that it was frozen at.
  boolean past() {
    return past;
  }

  /// From the oldest moment that is kept to the newest; empty before the first look.
  List<Instant> range() {
    List<Instant> times = ring.times();
    return times.isEmpty() ? List.of() : List.of(times.getFirst(), times.getLast());
  }

  long bytes() {
    return ring.bytes();
  }

  /// One look back or forward; from live it freezes. Forward of the newest nothing happens.
  void step(int looks) {
    FxThread.check();
    List<Instant> times = ring.times();
    if (times.isEmpty()) {
      return;
    }
    Instant from = at.get().orElse(times.getLast());
    int place = 0;
    while (place + 1 < times.size() && !times.get(place + 1).isAfter(from)) {
      place++;
    }
    if (looks > 0 && at.get().isEmpty()) {
      return;
    }
    seek(times.get(Math.clamp(place + (long) looks, 0, times.size() - 1)));
  }

  /// Shows the last look at a time or before it.
  void seek(Instant wanted) {
    FxThread.check();
    if (!frozen.get()) {
      frozen.set(true);
    }
    past = true;
    at.set(Optional.of(wanted));
    scenes.ask(
        () -> ring.at(wanted),
        outcome -> {
          if (outcome instanceof Outcome.Ok<Optional<SceneRing.Scene>>(var found)
              && found.isPresent()
              && frozen.get()) {
            at.set(Optional.of(found.get().at()));
            show.accept(found.get().merged());
          }
        });
  }

  private void freeze(boolean on) {
    FxThread.check();
    past = false;
    scenes.drop();
    at.set(on ? Optional.of(clock.instant()) : Optional.empty());
    if (!on) {
      live.run();
    }
  }

  @Override
  public void close() {
    scenes.close();
  }
}
