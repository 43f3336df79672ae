package org.binnacle.mysql.flavour;

import java.util.Optional;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.IncidentWords;
import org.binnacle.mysql.ServerFacts;

/// MySQL's words for an incident capture; its release decides where words have changed.
final class MySqlIncident implements IncidentWords {

  @Override
  public String status() {
    return "SELECT /* binnacle:incident-status */ VARIABLE_NAME AS name, VARIABLE_VALUE AS value"
        + " FROM performance_schema.global_status";
  }

  @Override
  public String variables() {
    return "SELECT /* binnacle:incident-variables */ VARIABLE_NAME AS name, VARIABLE_VALUE AS value"
        + " FROM performance_schema.global_variables";
  }

  @Override
  public String binaryLog(ServerFacts facts) {
    return facts.number().atLeast(8, 2, 0)
        ? "SHOW /* binnacle:incident-binlog */ BINARY LOG STATUS"
        : "SHOW /* binnacle:incident-binlog */ MASTER STATUS";
  }

  @Override
  public Optional<String> groupMembers(ServerFacts facts) {
    return facts.can(Capability.PERFORMANCE_SCHEMA)
        ? Optional.of(
            "SELECT /* binnacle:incident-group */ * FROM"
                + " performance_schema.replication_group_members")
        : Optional.empty();
  }

  @Override
  public Optional<String> errorLog(ServerFacts facts) {
    return facts.number().atLeast(8, 0, 22) && facts.can(Capability.PERFORMANCE_SCHEMA)
        ? Optional.of(
            """
            SELECT /* binnacle:incident-log */ LOGGED AS at, PRIO AS prio, SUBSYSTEM AS subsystem,
             ERROR_CODE AS code, LEFT(DATA, 1000) AS text FROM performance_schema.error_log
             WHERE LOGGED >= NOW(6) - INTERVAL 15 MINUTE ORDER BY LOGGED DESC LIMIT 200""")
        : Optional.empty();
  }
}
