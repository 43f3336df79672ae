package org.binnacle.diagnosis.view.instance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyEvent;
import org.binnacle.diagnosis.past.Past;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Outcome;

/// Which moment a view shows: now, the one it was frozen at, or one of those that are kept of it.
/// Collecting goes on meanwhile. One for each view that can stand still, with the same keys in all
/// of them: Space freezes and goes back to live, `[` and `]` go one look back and forward. On the
/// FX thread.
public final class Rewind<S> implements AutoCloseable {
  private final Past<S> kept;
  private final Questions scenes = new Questions("a moment of the past");
  private final Clock clock;
  private final Consumer<S> show;
  private final Runnable live;
  private final Supplier<Optional<Instant>> newest;
  private final BooleanProperty frozen = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Instant>> at =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final boolean recorded;
  private boolean past;

  /// @param kept what can be gone back to; {@link Past#none()} where a view can only stand still
  /// @param show shows a scene that is not the newest
  /// @param live shows the newest again
  /// @param newest the time of the data that a live view shows, where nothing is kept of it; empty
  ///   before the first
  public Rewind(
      Scope scope,
      Past<S> kept,
      Consumer<S> show,
      Runnable live,
      Supplier<Optional<Instant>> newest) {
    this.clock = scope.clock();
    this.recorded = scope.kit().recorded().isPresent();
    this.kept = kept;
    this.show = show;
    this.live = live;
    this.newest = newest;
    frozen.addListener((seen, was, is) -> freeze(is));
  }

  /// The view stands still while this is true.
  public BooleanProperty frozen() {
    return frozen;
  }

  public boolean isFrozen() {
    return frozen.get();
  }

  /// What moment it stands still at; empty where it is live.
  public ReadOnlyObjectProperty<Optional<Instant>> at() {
    return at.getReadOnlyProperty();
  }

  /// Whether it shows a moment of the past that was sought, and not one that it was frozen at.
  public boolean past() {
    return past;
  }

  /// From the oldest moment that is kept to the newest; empty before the first look.
  List<Instant> range() {
    List<Instant> times = kept.times();
    return times.isEmpty() ? List.of() : List.of(times.getFirst(), times.getLast());
  }

  /// Whether what can be gone back to was recorded, so that there is no live to go back to.
  boolean recorded() {
    return recorded;
  }

  long bytes() {
    return kept.bytes();
  }

  Instant now() {
    return clock.instant();
  }

  public void toggle() {
    frozen.set(!frozen.get());
  }

  /// Back to live; false where it is live already.
  public boolean leave() {
    boolean was = frozen.get();
    frozen.set(false);
    return was;
  }

  /// Uses the keys of a view that can stand still.
  public boolean used(KeyEvent event) {
    if (!PlainKeys.plain(event)) {
      return false;
    }
    switch (event.getCode()) {
      case SPACE -> toggle();
      case OPEN_BRACKET -> step(-1);
      case CLOSE_BRACKET -> step(1);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// One look back or forward; from live it freezes. Forward of the newest nothing happens.
  public void step(int looks) {
    FxThread.check();
    List<Instant> times = kept.times();
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
  public void seek(Instant wanted) {
    FxThread.check();
    if (!frozen.get()) {
      frozen.set(true);
    }
    past = true;
    at.set(Optional.of(wanted));
    scenes.ask(
        () -> kept.at(wanted),
        outcome -> {
          if (outcome instanceof Outcome.Ok<Optional<Past.Then<S>>>(var found)
              && found.isPresent()
              && frozen.get()) {
            at.set(Optional.of(found.get().at()));
            show.accept(found.get().scene());
          }
        });
  }

  private void freeze(boolean on) {
    FxThread.check();
    past = false;
    scenes.drop();
    at.set(on ? Optional.of(shown()) : Optional.empty());
    if (!on) {
      live.run();
    }
  }

  private Instant shown() {
    List<Instant> times = kept.times();
    return times.isEmpty() ? newest.get().orElseGet(clock::instant) : times.getLast();
  }

  @Override
  public void close() {
    scenes.close();
  }
}
