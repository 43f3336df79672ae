package org.binnacle.diagnosis.replication;

import java.util.List;
import java.util.Set;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.Session;

/// Reads the applier's workers and for how long each has been applying its transaction.
final class Workers {
  /// MySQL 8.0 and later: since when, by the server's own clock, so that ours does not matter.
  private static final String TIMED =
      """
      SELECT /* binnacle:workers */ CHANNEL_NAME AS channel, WORKER_ID AS id,
       SERVICE_STATE AS state, LAST_ERROR_NUMBER AS error_number,
       LAST_ERROR_MESSAGE AS error, APPLYING_TRANSACTION AS applying,
       LAST_APPLIED_TRANSACTION AS applied,
       APPLYING_TRANSACTION_RETRIES_COUNT AS retries,
       IF(APPLYING_TRANSACTION='', NULL, TIMESTAMPDIFF(MICROSECOND,
        APPLYING_TRANSACTION_START_APPLY_TIMESTAMP, NOW(6))) AS applying_us,
       IF(LAST_APPLIED_TRANSACTION='', NULL, TIMESTAMPDIFF(MICROSECOND,
        LAST_APPLIED_TRANSACTION_START_APPLY_TIMESTAMP,
        LAST_APPLIED_TRANSACTION_END_APPLY_TIMESTAMP)) AS took_us
       FROM performance_schema.replication_applier_status_by_worker LIMIT 256""";

  /// MySQL 5.7: what a worker has seen last, not since when.
  private static final String UNTIMED =
      """
      SELECT /* binnacle:workers */ CHANNEL_NAME AS channel, WORKER_ID AS id,
       SERVICE_STATE AS state, LAST_ERROR_NUMBER AS error_number,
       LAST_ERROR_MESSAGE AS error, NULL AS applying, LAST_SEEN_TRANSACTION AS applied,
       0 AS retries, NULL AS applying_us, NULL AS took_us
       FROM performance_schema.replication_applier_status_by_worker LIMIT 256""";

  private static final String MARIADB =
      "MariaDB does not tell what its appliers apply nor for how long; the sessions of the user"
          + " \"system user\" show what they run.";
  private static final String OLD =
      "MySQL before 8.0 tells the last transaction of each worker, but not for how long it has been"
          + " applied.";

  private Workers() {}

  record Placed(String channel, ReplicaWorker worker) {}

  static List<Placed> of(Session session, Set<String> notes) {
    ServerFacts facts = session.facts();
    if (facts.mariaDb() || !facts.can(Capability.PERFORMANCE_SCHEMA)) {
      return List.of();
    }
    try {
      return session.query(facts.number().atLeast(8, 0, 0) ? TIMED : UNTIMED, Workers::placed);
    } catch (Fault fault) {
      if (fault.code().id().startsWith("connect.")) {
        throw fault;
      }
      notes.add("The workers could not be read: " + fault.detail());
      return List.of();
    }
  }

  /// What this server can't say of its workers; empty where it says all.
  static String silence(ServerFacts facts) {
    if (facts.mariaDb()) {
      return MARIADB;
    }
    return facts.number().atLeast(8, 0, 0) ? "" : OLD;
  }

  private static Placed placed(Row row) {
    String applying = row.text("applying", "");
    return new Placed(
        row.text("channel", ""),
        new ReplicaWorker(
            row.number("id", 0),
            row.text("state", "").equalsIgnoreCase("ON"),
            applying.isEmpty() ? row.text("applied", "") : applying,
            !applying.isEmpty(),
            row.number("applying_us"),
            row.number("took_us"),
            row.number("retries", 0),
            (int) row.number("error_number", 0),
            row.text("error", "")));
  }
}
