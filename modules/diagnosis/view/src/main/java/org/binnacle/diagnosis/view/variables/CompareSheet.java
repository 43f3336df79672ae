package org.binnacle.diagnosis.view.variables;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.binnacle.diagnosis.variable.VariableDiff;
import org.binnacle.diagnosis.variable.VariablesLook;
import org.binnacle.diagnosis.variable.VariablesScene;
import org.binnacle.diagnosis.view.instance.Feed;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.kernel.InstanceRef;

/// The variables of several instances beside each other; only those that differ, unless all are
/// wanted.
final class CompareSheet implements Sheet {
  private final LiveTable<VariableDiff.Line, String> table;
  private final Feed<VariablesScene> feed;
  private final List<InstanceRef> instances;
  private final Told told;
  private String words = "";
  private boolean all;
  private boolean seenAll;

  CompareSheet(Scope scope, List<InstanceRef> instances, Told told, BooleanSupplier still) {
    this.instances = List.copyOf(instances);
    this.told = told;
    table =
        new LiveTable<>(
            "variables.compare." + instances.size(),
            VariableDiff.Line::name,
            VariableColumns.comparison(this.instances),
            scope.kit().settings());
    table.sortFirst("name", false);
    table.states(VariableColumns::states);
    table.whenEmpty(Placeholder.loading("Reading variables"));
    feed =
        new Feed<>(
            onRound ->
                scope.kit().diagnosis().variables().watch(this.instances, OneSheet.EVERY, onRound),
            this::seen,
            still);
    filter();
  }

  private void seen(List<Rounds.Seen<VariablesScene>> seen) {
    List<VariablesLook> looks =
        seen.stream().flatMap(one -> one.value().stream()).map(VariablesScene::look).toList();
    // Before all have answered every variable would look different.
    if (looks.size() < instances.size()) {
      told.seen(seen, "%d of %d have answered".formatted(looks.size(), instances.size()), notes());
      return;
    }
    VariableDiff diff = VariableDiff.of(looks);
    long unlike = diff.unlike().size();
    told.seen(
        seen,
        unlike == 0
            ? "%d instances are set alike".formatted(instances.size())
            : "%,d variable%s differ%s between %d instances"
                .formatted(unlike, unlike == 1 ? "" : "s", unlike == 1 ? "s" : "", looks.size()),
        notes());
    table.rows(diff.lines());
    if (!seenAll) {
      seenAll = true;
      table.onClearFilter(() -> all(true));
    }
  }

  private static List<String> notes() {
    return List.of();
  }

  /// Also those that are alike, and those that differ by their nature.
  void all(boolean wanted) {
    all = wanted;
    filter();
  }

  @Override
  public void search(String now) {
    words = now.strip().toLowerCase(Locale.ROOT);
    filter();
  }

  private void filter() {
    String wanted = words;
    boolean any = all;
    table.filter(
        line ->
            (any || line.unlike())
                && (wanted.isEmpty()
                    || line.name().contains(wanted)
                    || line.values().stream()
                        .anyMatch(
                            value -> value.orElse("").toLowerCase(Locale.ROOT).contains(wanted))));
  }

  @Override
  public LiveTable<VariableDiff.Line, String> table() {
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
