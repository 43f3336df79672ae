package org.binnacle.app.start;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.inventory.view.Mark;
import org.binnacle.kernel.Severity;

/// What the pulse of the fleet says, as the navigator shows it: neither view knows the other. Of
/// what was not looked at since the last time nothing is made anew. On one thread.
final class Marks {
  private FleetState newest = FleetState.EMPTY;
  private Map<UUID, Mark> marks = Map.of();

  /// @return the same map as before where no mark has changed
  Map<UUID, Mark> of(FleetState state) {
    Map<UUID, Mark> changed = new HashMap<>();
    for (Beat beat : state.since(newest)) {
      UUID id = UUID.fromString(beat.instance().id());
      Mark mark = of(beat);
      if (!mark.equals(marks.get(id))) {
        changed.put(id, mark);
      }
    }
    boolean gone = state.beats().size() < marks.size();
    newest = state;
    if (!changed.isEmpty() || gone) {
      Map<UUID, Mark> all = new HashMap<>(marks);
      all.putAll(changed);
      all.keySet().removeIf(id -> state.of(id.toString()).isEmpty());
      marks = Map.copyOf(all);
    }
    return marks;
  }

  static Mark of(Beat beat) {
    Mark.Role role =
        switch (beat.role()) {
          case UNKNOWN -> Mark.Role.UNKNOWN;
          case ALONE -> Mark.Role.ALONE;
          case SOURCE -> Mark.Role.SOURCE;
          case REPLICA -> Mark.Role.REPLICA;
          case RELAY -> Mark.Role.RELAY;
        };
    if (beat.down()) {
      return Mark.down(role, beat.problem());
    }
    return new Mark(
        role, beat.severity(), words(beat), beat.severity() == Severity.OK ? "" : tally(beat));
  }

  private static String words(Beat beat) {
    if (!beat.problem().isEmpty()) {
      return beat.problem();
    }
    return beat.severity() == Severity.OK ? "ok" : "?";
  }

  private static String tally(Beat beat) {
    return switch (beat.severity()) {
      case CRITICAL -> "critical";
      case WARNING -> "warning";
      case NOTICE -> "notice";
      case UNKNOWN -> "unknown";
      case OK -> "";
    };
  }
}
