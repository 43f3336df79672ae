package org.binnacle.mysql.pulse;

import java.util.List;
import java.util.Set;

/// What a light look leaves out.
///
/// @param own connections of ours, which are no clients; the one that asks is left out in any case
/// @param exempt users (`*` for any text) whose statements may run long and are not told among the
///   longest, where they would hide those of others
public record PulseScope(Set<Long> own, List<String> exempt) {
  public static final PulseScope WHOLE = new PulseScope(Set.of(), List.of());

  public PulseScope {
    own = Set.copyOf(own);
    exempt = List.copyOf(exempt);
  }
}
