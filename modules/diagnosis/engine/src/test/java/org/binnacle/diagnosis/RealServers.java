package org.binnacle.diagnosis;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.kill.Kill;
import org.binnacle.diagnosis.kill.Protection;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.MemorySettings;

/// The engine on servers that really run.
final class RealServers {
  private RealServers() {}

  static Server server(String name, String host, int port, String user, Safety safety) {
    var ref = new InstanceRef(name, name, host + ":" + port, "test", "grey", safety, "");
    var tls = new Tls(Tls.Mode.PREFERRED, Optional.empty(), true);
    return new Server(ref, host, port, user, tls, Optional.empty());
  }

  static Connections connections(String password) {
    return new PooledConnections(
        new Secrets() {
          @Override
          public Optional<Secret> password(Server server) {
            return Optional.of(new Secret(password.toCharArray()));
          }

          @Override
          public Optional<Secret> tunnel(Server server) {
            return Optional.empty();
          }
        });
  }

  static Diagnosis diagnosis(Connections connections, FakeAudit audit, List<Server> servers) {
    return diagnosis(connections, audit, servers, new MemorySettings());
  }

  static Diagnosis diagnosis(
      Connections connections, FakeAudit audit, List<Server> servers, MemorySettings settings) {
    return new Diagnosis(
        connections,
        () -> servers,
        new Records(audit, settings),
        Protection.standard(),
        "anna",
        Clock.systemUTC());
  }

  static Kill kill(Connections connections, FakeAudit audit) {
    return new Kill(connections, audit, Protection.standard(), "anna", Clock.systemUTC());
  }
}
