package org.binnacle.diagnosis.variable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.kernel.InstanceRef;

/// All global variables of one instance at one moment.
///
/// @param version VERSION()
/// @param variables by name, in the order of the alphabet
/// @param notes sentences for the user: what this server does not tell
public record VariablesLook(
    InstanceRef instance,
    Instant at,
    Duration took,
    String version,
    List<Variable> variables,
    List<String> notes,
    List<Denied> denied) {

  public VariablesLook {
    variables = List.copyOf(variables);
    notes = List.copyOf(notes);
    denied = List.copyOf(denied);
  }

  public Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    variables.forEach(one -> values.put(one.name(), one.value()));
    return values;
  }
}
