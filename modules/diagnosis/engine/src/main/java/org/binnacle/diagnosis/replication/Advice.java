package org.binnacle.diagnosis.replication;

import java.util.Map;
import java.util.Optional;

/// Errors of replication in words, with what to do next. Nothing here proposes to skip a
/// transaction: that makes the replica differ from its source for good.
public final class Advice {
  private static final Map<Integer, String> WORDS =
      Map.ofEntries(
          Map.entry(
              1032,
              "A row that the source changed is not on this replica: they differ. Compare the row"
                  + " with the source and repair it, or rebuild the replica; do not skip."),
          Map.entry(
              1062,
              "The row that the source inserted is here already: somebody wrote to this replica."
                  + " Compare the row with the source, repair it, and set read_only."),
          Map.entry(
              1236,
              "The source has purged binlogs that this replica still needs, or the position is"
                  + " wrong. Rebuild the replica from a backup or a clone of the source."),
          Map.entry(
              13114,
              "The source could not send what was asked for; its words say why. Mostly purged"
                  + " binlogs: rebuild the replica."),
          Map.entry(
              2003,
              "The source can't be reached. Check that it runs, its address, and the network in"
                  + " between."),
          Map.entry(2005, "The name of the source is not known here. Check DNS and Source_Host."),
          Map.entry(
              2013, "The connection to the source was lost; the receiver tries again by itself."),
          Map.entry(
              1045,
              "The source refuses the replication account. Check its password and host, and that"
                  + " it has REPLICATION SLAVE."),
          Map.entry(
              2061,
              "The account uses caching_sha2_password without TLS: set"
                  + " GET_SOURCE_PUBLIC_KEY=1 or SOURCE_SSL=1."),
          Map.entry(
              1593,
              "The source refuses this replica: mostly both have the same server_id or server_uuid"
                  + " (a copied auto.cnf)."),
          Map.entry(
              1594,
              "The relay log can't be read. STOP REPLICA; with GTIDs, RESET REPLICA and START"
                  + " REPLICA fetch it anew."),
          Map.entry(
              1146,
              "A table of the source is not here: schema changes were made on one side only."),
          Map.entry(
              1205,
              "The applier waits for a lock that a session of this replica holds: see Locks."),
          Map.entry(1213, "The applier met a deadlock; it tries again by itself."),
          Map.entry(1197, "A transaction is larger than max_binlog_cache_size here: raise it."),
          Map.entry(
              1677,
              "A column has another type here than on the source: align the table, or set"
                  + " replica_type_conversions."),
          Map.entry(
              1837,
              "A statement needs its own GTID and none was set: the session's gtid_next is left"
                  + " over from a manual repair."),
          Map.entry(
              1950, "The GTIDs of MariaDB are out of order: writes happened on two servers."));

  private Advice() {}

  /// What to do about an error; empty where nothing sure can be said.
  public static Optional<String> on(int errorNumber, String text) {
    // The coordinator only says that a worker failed; the worker's own number stands in its text.
    if (errorNumber == 1756 || errorNumber == 13119 || errorNumber == 3030) {
      return Optional.of("A worker failed; its own error tells why.");
    }
    return Optional.ofNullable(WORDS.get(errorNumber));
  }
}
