package org.binnacle.diagnosis.pulse;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;

/// How one instance does, from its newest light look. One without an answer is never OK.
///
/// @param at when it answered last; empty where it never did
/// @param problem the worst in a few words; empty where all is well
/// @param version as VERSION() says; empty until it answered
/// @param lagS of its slowest channel
/// @param fault why the newest look failed
public record Beat(
    InstanceRef instance,
    Optional<Instant> at,
    Severity severity,
    String problem,
    Role role,
    boolean readOnly,
    String version,
    long connected,
    long running,
    long max,
    OptionalLong lagS,
    Optional<Fault> fault) {

  static Beat none(InstanceRef instance) {
    return new Beat(
        instance,
        Optional.empty(),
        Severity.UNKNOWN,
        "not asked yet",
        Role.UNKNOWN,
        false,
        "",
        -1,
        -1,
        -1,
        OptionalLong.empty(),
        Optional.empty());
  }

  /// What was known, with the failure of the newest look.
  Beat failed(Fault now) {
    return new Beat(
        instance,
        at,
        Severity.CRITICAL,
        "no answer: " + now.code().id(),
        role,
        readOnly,
        version,
        -1,
        -1,
        -1,
        OptionalLong.empty(),
        Optional.of(now));
  }
}
