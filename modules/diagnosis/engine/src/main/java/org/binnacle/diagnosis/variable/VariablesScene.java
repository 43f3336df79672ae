package org.binnacle.diagnosis.variable;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.InstanceRef;

/// The variables of one instance, and which of them have changed.
///
/// @param since the first look that is remembered before this one; empty where this is the first
/// @param changes the newest first
public record VariablesScene(
    VariablesLook look, Optional<Instant> since, List<VariableChange> changes) {

  public VariablesScene {
    changes = List.copyOf(changes);
  }

  public InstanceRef instance() {
    return look.instance();
  }

  /// The newest change of each variable.
  public Map<String, VariableChange> newest() {
    Map<String, VariableChange> newest = new HashMap<>();
    changes.forEach(change -> newest.putIfAbsent(change.name(), change));
    return newest;
  }

  /// `612 variables, 14 not at their default, 2 changed since they are watched`.
  public String summary() {
    long other =
        look.variables().stream()
            .filter(one -> one.origin() != Origin.DEFAULT && one.origin() != Origin.UNKNOWN)
            .count();
    long pending = look.variables().stream().filter(Variable::otherAfterRestart).count();
    long changed = newest().size();
    return "%,d variables%s%s%s"
        .formatted(
            look.variables().size(),
            other == 0 ? "" : ", %,d not at their default".formatted(other),
            changed == 0 ? "" : ", %,d changed".formatted(changed),
            pending == 0 ? "" : ", %,d differ after a restart".formatted(pending));
  }
}
