package org.binnacle.diagnosis.variable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The port to where the last look at variables and the log of their changes are kept. Blocks.
public interface VariableStore {
  /// Changes of one instance that are kept, the newest.
  int KEPT = 500;

  /// @param values by name
  record Seen(Instant at, Map<String, String> values) {
    public Seen {
      values = Map.copyOf(values);
    }
  }

  Optional<Seen> last(String instanceId);

  /// Keeps a look in place of the one before, and what changed with it; changes beyond {@link
  /// #KEPT} are forgotten, the oldest first.
  void keep(String instanceId, Seen look, List<VariableChange> changes);

  /// The newest first.
  List<VariableChange> changes(String instanceId);
}
