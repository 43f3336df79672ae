package org.binnacle.mysql.flavour;

import java.util.List;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Flavour;
import org.binnacle.mysql.Flavour.NeededGrant;
import org.binnacle.mysql.Version;

/// What all MySQL flavours say alike about a session, its pulse and its privileges.
final class MySqlSession {
  private MySqlSession() {}

  static boolean sameLine(Flavour flavour, String version) {
    Version number = Version.of(version);
    return !version.contains("MariaDB")
        && number.major() == flavour.line().major()
        && number.minor() == flavour.line().minor();
  }

  /// max_execution_time bounds SELECT only; what else we send is short by nature or bounded by the
  /// socket.
  static List<String> onConnect(Bounds bounds, boolean readOnly) {
    String set =
        "SET /* binnacle:bounds */ SESSION lock_wait_timeout=%d, max_execution_time=%d, time_zone='+00:00'"
            .formatted(seconds(bounds), bounds.statement().toMillis());
    return readOnly ? List.of(set, "SET SESSION TRANSACTION READ ONLY") : List.of(set);
  }

  static long seconds(Bounds bounds) {
    return Math.max(1, bounds.lockWait().toSeconds());
  }

  static List<NeededGrant> grants(String account, String kill) {
    return List.of(
        AnyMySql.grant(
            Capability.PROCESS, "PROCESS ON *.*", account, "to see the sessions of others"),
        AnyMySql.grant(
            Capability.PERFORMANCE_SCHEMA,
            "SELECT ON performance_schema.*",
            account,
            "for statement times, rows examined, locks and digests"),
        AnyMySql.grant(
            Capability.REPLICATION, "REPLICATION CLIENT ON *.*", account, "for replica status"),
        AnyMySql.grant(
            Capability.KILL, kill + " ON *.*", account, "to end the statements of others"));
  }
}
