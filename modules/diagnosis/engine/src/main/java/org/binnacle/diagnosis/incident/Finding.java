package org.binnacle.diagnosis.incident;

import java.util.List;
import org.binnacle.kernel.Severity;

/// What a rule makes of a capture.
///
/// @param rule its stable id, such as `locks.idle-blocker`
/// @param instance the name of the instance
/// @param words the cause in one sentence
/// @param evidence what it is seen by
/// @param next what to do about it; empty for nothing
public record Finding(
    String rule,
    Severity severity,
    String instance,
    String words,
    List<String> evidence,
    String next) {

  public Finding {
    evidence = List.copyOf(evidence);
  }
}
