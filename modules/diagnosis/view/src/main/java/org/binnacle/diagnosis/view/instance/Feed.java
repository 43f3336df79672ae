package org.binnacle.diagnosis.view.instance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.fxkit.FxThread;
import org.jspecify.annotations.Nullable;

/// Asks servers while a view is in front, and hands the newest answers to it on the FX thread.
public final class Feed<T> implements AutoCloseable {
  private final Function<Consumer<List<Rounds.Seen<T>>>, Rounds<T>> start;
  private final Consumer<List<Rounds.Seen<T>>> onSeen;
  private final BooleanSupplier still;
  private @Nullable Rounds<T> rounds;
  private List<Rounds.Seen<T>> held = List.of();

  /// @param start starts the asking
  /// @param onSeen called on the FX thread between {@link #start()} and {@link #stop()} only
  public Feed(
      Function<Consumer<List<Rounds.Seen<T>>>, Rounds<T>> start,
      Consumer<List<Rounds.Seen<T>>> onSeen) {
    this(start, onSeen, () -> false);
  }

  /// @param still while this is so answers are held back: collecting goes on, the view does not
  public Feed(
      Function<Consumer<List<Rounds.Seen<T>>>, Rounds<T>> start,
      Consumer<List<Rounds.Seen<T>>> onSeen,
      BooleanSupplier still) {
    this.start = start;
    this.onSeen = onSeen;
    this.still = still;
  }

  public void start() {
    FxThread.check();
    if (rounds != null) {
      return;
    }
    var mine = new Object[1];
    Consumer<List<Rounds.Seen<T>>> hop =
        FxThread.latest(
            seen -> {
              // What was on its way when the view went to the back is dropped.
              if (rounds != null && rounds == mine[0]) {
                held = seen;
                release();
              }
            });
    Rounds<T> started = start.apply(hop);
    mine[0] = started;
    rounds = started;
  }

  /// Hands over the newest answers again, unless the view still stands still.
  public void release() {
    FxThread.check();
    if (!held.isEmpty() && !still.getAsBoolean()) {
      onSeen.accept(held);
    }
  }

  /// When the newest answers came; empty before the first.
  public Optional<Instant> newest() {
    return held.stream().flatMap(one -> one.at().stream()).max(Instant::compareTo);
  }

  public void stop() {
    FxThread.check();
    if (rounds != null) {
      rounds.close();
      rounds = null;
    }
  }

  /// Looks as soon as it can.
  public void now() {
    if (rounds != null) {
      rounds.now();
    }
  }

  public void interval(Duration wanted) {
    if (rounds != null) {
      rounds.interval(wanted);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
