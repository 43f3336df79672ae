package org.binnacle.app.start;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.inventory.view.Mark;
import org.binnacle.kernel.Severity;

/// What the pulse of the fleet says, as the navigator shows it: neither view knows the other.
final class Marks {
  private Marks() {}

  static Map<UUID, Mark> of(FleetState state) {
    var marks = new HashMap<UUID, Mark>();
    state.beats().forEach(beat -> marks.put(UUID.fromString(beat.instance().id()), of(beat)));
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
