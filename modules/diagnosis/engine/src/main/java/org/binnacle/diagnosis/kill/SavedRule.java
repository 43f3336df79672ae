package org.binnacle.diagnosis.kill;

import java.time.Instant;
import java.util.Optional;

/// A rule under a name, so that it need not be written again in trouble.
///
/// @param name without blanks
/// @param text as {@link RuleText} reads it
/// @param until after which it is no longer used; empty for never
public record SavedRule(String name, String text, Verb verb, Optional<Instant> until) {

  public boolean expired(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isPresent();
  }
}
