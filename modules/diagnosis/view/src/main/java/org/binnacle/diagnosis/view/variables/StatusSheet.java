package org.binnacle.diagnosis.view.variables;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.binnacle.diagnosis.variable.StatusRow;
import org.binnacle.diagnosis.view.instance.Feed;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;

/// All status variables with their rates.
final class StatusSheet implements Sheet {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final LiveTable<StatusRow, String> table;
  private final Feed<List<StatusRow>> feed;
  private final Told told;
  private String words = "";
  private boolean moving;

  StatusSheet(Scope scope, Told told, BooleanSupplier still) {
    this.told = told;
    table =
        new LiveTable<>(
            scope.merged() ? "status.merged" : "status",
            row -> row.name() + " " + row.instanceId(),
            VariableColumns.status(scope.instances()),
            scope.kit().settings());
    table.sortFirst("name", false);
    table.whenEmpty(Placeholder.loading("Reading status variables"));
    feed =
        new Feed<>(
            onRound ->
                scope.kit().diagnosis().variables().watchStatus(scope.instances(), EVERY, onRound),
            this::seen,
            still);
  }

  private void seen(List<Rounds.Seen<List<StatusRow>>> seen) {
    List<StatusRow> rows =
        seen.stream().flatMap(one -> one.value().stream()).flatMap(List::stream).toList();
    long many = rows.stream().filter(row -> row.perS().orElse(0) != 0).count();
    told.seen(
        seen,
        "%,d status variables%s"
            .formatted(rows.size(), many == 0 ? "" : ", %,d of them move".formatted(many)),
        List.of("Rates are between the last two looks; a restart begins anew."));
    table.rows(rows);
  }

  /// Only those that change.
  void moving(boolean only) {
    moving = only;
    filter();
  }

  @Override
  public void search(String now) {
    words = now.strip().toLowerCase(Locale.ROOT);
    filter();
  }

  private void filter() {
    String wanted = words;
    boolean only = moving;
    table.filter(
        row ->
            (!only || row.since().orElse(0) != 0)
                && (wanted.isEmpty() || row.name().contains(wanted)));
  }

  @Override
  public LiveTable<StatusRow, String> table() {
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
