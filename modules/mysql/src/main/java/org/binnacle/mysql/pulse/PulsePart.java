package org.binnacle.mysql.pulse;

import java.util.EnumSet;
import java.util.Set;

/// The parts of a pulse. LIGHT is asked each time, and CLIENTS (which brings LIGHT) where nothing
/// else has just told what clients do; the others less often.
public enum PulsePart {
  /// Figures.
  LIGHT,
  /// What clients do, the longest statements.
  CLIENTS,
  /// The oldest transactions.
  TRANSACTIONS,
  /// Who sleeps in a transaction that others wait for.
  BLOCKERS,
  /// Replica status, about 5 kB on a replica.
  REPLICATION,
  /// The lag by a heartbeat table, where one is named; some 60 bytes.
  HEARTBEAT,
  /// History length and deadlocks.
  ENGINE,
  /// The hash of the variables.
  VARIABLES;

  public static Set<PulsePart> all() {
    return EnumSet.allOf(PulsePart.class);
  }
}
