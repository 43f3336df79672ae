package org.binnacle.diagnosis.view.variables;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.binnacle.diagnosis.variable.VariablesScene;
import org.binnacle.diagnosis.view.instance.Feed;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.kernel.InstanceRef;

/// All variables of one instance.
final class OneSheet implements Sheet {
  static final Duration EVERY = Duration.ofSeconds(60);

  private final LiveTable<VariableLine, String> table;
  private final Feed<VariablesScene> feed;
  private final Told told;
  private Optional<VariablesScene> scene = Optional.empty();
  private String words = "";
  private Show show = Show.ALL;

  /// Which variables are shown.
  enum Show {
    ALL("all variables"),
    OTHER("not at their default"),
    CHANGED("changed since they are watched"),
    PENDING("other after a restart");

    private final String words;

    Show(String words) {
      this.words = words;
    }

    boolean passes(VariableLine line) {
      return switch (this) {
        case ALL -> true;
        case OTHER -> line.notDefault();
        case CHANGED -> line.change().isPresent();
        case PENDING -> line.variable().otherAfterRestart();
      };
    }

    @Override
    public String toString() {
      return words;
    }
  }

  OneSheet(Scope scope, InstanceRef instance, Told told, BooleanSupplier still) {
    this.told = told;
    table =
        new LiveTable<>(
            "variables",
            line -> line.variable().name(),
            VariableColumns.variables(),
            scope.kit().settings());
    table.sortFirst("name", false);
    table.states(VariableColumns::states);
    table.whenEmpty(Placeholder.loading("Reading variables"));
    FillColumn.attach(table.view(), "value", 160);
    feed =
        new Feed<>(
            onRound -> scope.kit().diagnosis().variables().watch(List.of(instance), EVERY, onRound),
            this::seen,
            still);
  }

  private void seen(List<Rounds.Seen<VariablesScene>> seen) {
    scene = seen.stream().flatMap(one -> one.value().stream()).findFirst().or(() -> scene);
    told.seen(
        seen,
        scene.map(VariablesScene::summary).orElse(""),
        scene.map(now -> now.look().notes()).orElse(List.of()));
    scene.map(VariableLine::of).ifPresent(table::rows);
  }

  /// The newest look; empty before the first.
  Optional<VariablesScene> scene() {
    return scene;
  }

  void show(Show wanted) {
    show = wanted;
    filter();
  }

  @Override
  public void search(String now) {
    words = now.strip().toLowerCase(Locale.ROOT);
    filter();
  }

  private void filter() {
    String wanted = words;
    Show which = show;
    table.filter(
        line ->
            which.passes(line)
                && (wanted.isEmpty()
                    || line.variable().name().contains(wanted)
                    || line.variable().value().toLowerCase(Locale.ROOT).contains(wanted)));
  }

  @Override
  public LiveTable<VariableLine, String> table() {
    return table;
  }

  @Override
  public Feed<?> feed() {
    return feed;
  }

  @Override
  public void start() {
    feed.start();
  }

  @Override
  public void stop() {
    feed.stop();
  }

  @Override
  public void close() {
    feed.close();
    table.close();
  }
}
