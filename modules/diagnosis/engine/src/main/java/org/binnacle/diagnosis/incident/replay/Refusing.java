package org.binnacle.diagnosis.incident.replay;

import java.util.function.Function;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;

/// No way to any server: whatever a view of a recording forgets to switch off fails here.
final class Refusing implements Connections {

  @Override
  public <T> T monitor(Server server, Function<Session, T> work) {
    throw recorded(server);
  }

  @Override
  public Session action(Server server, String role, Bounds bounds, boolean readOnly) {
    throw recorded(server);
  }

  private static Fault recorded(Server server) {
    return new Fault(IncidentFaults.RECORDED, server.ref().name());
  }

  @Override
  public Health health(Server server) {
    return new Health.Unknown();
  }

  @Override
  public void forget(Server server) {}

  @Override
  public void close() {}
}
