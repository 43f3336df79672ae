package org.binnacle.diagnosis.view.topsql;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.fxkit.FxThread;

/// The sampled analysis while it is chosen: a look each second, counted from the moment of the
/// choice. On the FX thread.
final class SampledNow implements AutoCloseable {
  /// What is said beside its rows.
  static final String WORDS =
      "Sampled: what runs is looked at each second. Short statements are seen by chance, in"
          + " proportion to their load; only load and share are figures.";

  private final Scope scope;
  private final Consumer<List<Rounds.Seen<TopWindow>>> news;
  private Optional<Rounds<TopWindow>> running = Optional.empty();
  private Optional<TopWindow> newest = Optional.empty();

  SampledNow(Scope scope, Runnable onNews) {
    this.scope = scope;
    this.news =
        FxThread.latest(
            seen -> {
              if (running.isPresent()) {
                newest = window(seen);
                onNews.run();
              }
            });
  }

  private static Optional<TopWindow> window(List<Rounds.Seen<TopWindow>> seen) {
    List<TopWindow> windows = seen.stream().flatMap(one -> one.value().stream()).toList();
    return windows.isEmpty() ? Optional.empty() : Optional.of(TopWindow.merged(windows));
  }

  /// Begins anew unless it runs.
  void start() {
    FxThread.check();
    if (running.isEmpty()) {
      running = scope.kit().topSql().map(topSql -> topSql.sampling(scope.instances(), news));
    }
  }

  /// Empty before the first look.
  Optional<TopWindow> window() {
    return newest;
  }

  void stop() {
    FxThread.check();
    running.ifPresent(Rounds::close);
    running = Optional.empty();
    newest = Optional.empty();
  }

  @Override
  public void close() {
    stop();
  }
}
