package org.binnacle.mysql.pulse;

import java.util.EnumSet;
import java.util.Set;

/// The parts of a pulse. LIGHT is asked each time, the others less often.
public enum PulsePart {
  /// Figures, what clients do, the longest statements.
  LIGHT,
  /// The oldest transactions.
  TRANSACTIONS,
  /// Replica status, about 5 kB on a replica.
  REPLICATION,
  /// History length and deadlocks.
  ENGINE,
  /// The hash of the variables.
  VARIABLES;

  public static Set<PulsePart> all() {
    return EnumSet.allOf(PulsePart.class);
  }
}
