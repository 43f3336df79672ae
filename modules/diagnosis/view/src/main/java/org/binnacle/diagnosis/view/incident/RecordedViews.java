package org.binnacle.diagnosis.view.incident;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.replay.Recording;
import org.binnacle.diagnosis.view.Explains;
import org.binnacle.diagnosis.view.InstanceViews;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.ViewKind;
import org.binnacle.kernel.InstanceRef;

/// The live views as they show a recording: fed by it, with no way to a server, and with its
/// summary, its last ten minutes and its parts beside them.
final class RecordedViews {
  /// The live views that a recording has everything for.
  private static final Set<String> REPLAYED =
      Set.of(
          "sessions",
          "locks",
          "transactions",
          "top-sql",
          "replication",
          "innodb",
          "variables",
          "deadlocks");

  /// Those that a record has looks for.
  private static final Set<String> RECORDS =
      Set.of("sessions", "locks", "transactions", "replication", "innodb");

  private RecordedViews() {}

  /// A kit whose views show the recording and can do nothing else. Its diagnosis and top SQL are
  /// the caller's to close.
  static Kit kit(Kit live, Recording recording) {
    return new Kit(
        live.diagnosis().of(recording),
        new ScratchSettings(live.settings()),
        live.words(),
        live.tasks(),
        live.choosers(),
        Explains.NONE,
        Optional.of(recording.topSql(Clock.systemUTC())),
        Optional.empty(),
        live.doors());
  }

  /// @param instances those of the recording that are shown
  static List<ViewKind> kinds(Recording recording, List<InstanceRef> instances) {
    Incident incident = recording.incident();
    List<Recorded> shown = instances.stream().flatMap(ref -> recording.of(ref).stream()).toList();
    var kinds = new ArrayList<ViewKind>();
    kinds.add(
        new ViewKind(
            "summary",
            0,
            "Summary",
            "What the rules make of it, and what was recorded",
            scope -> new StillView(SummaryView.of(incident))));
    InstanceViews.shipped().stream()
        .filter(kind -> REPLAYED.contains(kind.key()))
        .filter(kind -> !recording.isRecord() || RECORDS.contains(kind.key()))
        .map(kind -> RawViews.of(kind, shown))
        .forEach(kinds::add);
    if (shown.stream().anyMatch(one -> one.part("ring").isPresent())) {
      kinds.add(
          RawViews.of(
              new ViewKind(
                  "ring",
                  9,
                  "10 minutes before",
                  "What the fleet's looks had seen before it was recorded",
                  scope -> new RingView(shown)),
              shown));
    }
    kinds.add(
        new ViewKind(
            "parts",
            -1,
            "All parts",
            "Everything that was recorded, as it was told",
            scope -> new PartsView(shown, scope.kit().settings())));
    return kinds;
  }
}
