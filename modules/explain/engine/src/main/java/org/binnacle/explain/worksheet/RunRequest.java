package org.binnacle.explain.worksheet;

import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.InstanceRef;

/// What is to be run.
///
/// @param script one or more statements, with delimiters between them
/// @param database the default database; empty for none, or for the one that the session has
public record RunRequest(
    List<InstanceRef> instances,
    String script,
    Optional<String> database,
    RunLimits limits,
    Arming arming) {

  public RunRequest {
    instances = List.copyOf(instances);
  }
}
