package org.binnacle.diagnosis.view.sessions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.NoiseFilter;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.StateClass;
import org.binnacle.diagnosis.watch.Merged;

/// What the panel shows of a scene: the rows that are no noise, and the counts beside them. Made
/// off the FX thread.
///
/// @param states the commonest states of active sessions, commonest first
/// @param classes how many active sessions spend their time with what
record Sight(
    Merged merged,
    NoiseFilter.Sifted sifted,
    long active,
    long blocked,
    long idleInTrx,
    long sleeping,
    List<StateCount> states,
    Map<StateClass, Long> classes) {

  record StateCount(String state, long count) {}

  static Sight of(Merged merged, NoiseFilter noise) {
    List<ProcessRow> rows = merged.rows();
    Map<String, Long> states =
        rows.stream()
            .filter(row -> row.kind() == Kind.ACTIVE)
            .collect(Collectors.groupingBy(Sight::stateOf, Collectors.counting()));
    return new Sight(
        merged,
        noise.sift(rows),
        merged.active(),
        rows.stream().filter(ProcessRow::blocked).count(),
        count(rows, Kind.IDLE_IN_TRX),
        count(rows, Kind.SLEEPING) + merged.unread(),
        states.entrySet().stream()
            .map(entry -> new StateCount(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong(StateCount::count)
                    .reversed()
                    .thenComparing(StateCount::state))
            .toList(),
        StateClass.count(rows));
  }

  private static String stateOf(ProcessRow row) {
    return row.state().isEmpty() ? row.command() : row.state();
  }

  private static long count(List<ProcessRow> rows, Kind kind) {
    return rows.stream().filter(row -> row.kind() == kind).count();
  }

  /// Everything that is hidden, sleepers included that were not even read.
  long hidden() {
    return sifted.hiddenCount() + merged.unread();
  }

  /// The values that rows have now, for completion.
  List<String> values(Function<ProcessRow, String> of) {
    return merged.rows().stream().map(of).filter(text -> !text.isEmpty()).distinct().toList();
  }
}
