package org.binnacle.mysql.flavour;

import org.binnacle.mysql.Capability;
import org.binnacle.mysql.ServerFacts;

/// KILL, or the procedure of a managed cloud where the account may not KILL threads of others.
final class KillWords {
  private KillWords() {}

  static String query(ServerFacts facts, long connectionId) {
    return words(facts, "KILL QUERY ", "_query(", connectionId);
  }

  static String connection(ServerFacts facts, long connectionId) {
    return words(facts, "KILL CONNECTION ", "(", connectionId);
  }

  private static String words(ServerFacts facts, String plain, String procedure, long id) {
    if (!facts.can(Capability.KILL)) {
      if (facts.can(Capability.RDS_KILL)) {
        return "CALL mysql.rds_kill" + procedure + id + ")";
      }
      if (facts.can(Capability.AZ_KILL)) {
        return "CALL mysql.az_kill" + procedure + id + ")";
      }
    }
    return plain + id;
  }
}
