package org.binnacle.kernel;

/// How much care an environment asks for before something is changed on it.
public enum Safety {
  /// Throw-away: one confirmation.
  RELAXED,
  /// Shared: the exact statements are shown and confirmed.
  CAREFUL,
  /// Production: as CAREFUL, and the name of the instance is typed.
  STRICT
}
