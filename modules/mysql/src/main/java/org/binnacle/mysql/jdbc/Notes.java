package org.binnacle.mysql.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Flavour;

/// Sentences that tell a user what is reduced on a server, and why.
final class Notes {
  private Notes() {}

  static List<String> of(Flavour flavour, boolean schema, Set<Capability> can) {
    var notes = new ArrayList<String>();
    if (!can.contains(Capability.PROCESS)) {
      notes.add(
          "without PROCESS only the account's own threads are listed, and no transaction is told");
    }
    if (!flavour.mariaDb() && !can.contains(Capability.PERFORMANCE_SCHEMA)) {
      notes.add(
          schema
              ? "without SELECT on performance_schema the process list has whole seconds, no rows examined and no digest"
              : "performance_schema is off: the process list has whole seconds, no rows examined and no digest");
    }
    if (!can.contains(Capability.REPLICATION)) {
      notes.add("without the privilege for replica status the role of this server is a guess");
    }
    return notes;
  }
}
