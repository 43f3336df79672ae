package org.binnacle.mysql.flavour;

import org.binnacle.mysql.IncidentWords;
import org.binnacle.mysql.ServerFacts;

/// MariaDB's words for an incident capture.
final class MariaDbIncident implements IncidentWords {

  @Override
  public String status() {
    return "SELECT /* binnacle:incident-status */ VARIABLE_NAME AS name, VARIABLE_VALUE AS value"
        + " FROM information_schema.GLOBAL_STATUS";
  }

  @Override
  public String variables() {
    return "SELECT /* binnacle:incident-variables */ VARIABLE_NAME AS name, VARIABLE_VALUE AS value"
        + " FROM information_schema.GLOBAL_VARIABLES";
  }

  @Override
  public String binaryLog(ServerFacts facts) {
    return "SHOW /* binnacle:incident-binlog */ MASTER STATUS";
  }

  @Override
  public boolean explainsWaiting() {
    return false;
  }
}
