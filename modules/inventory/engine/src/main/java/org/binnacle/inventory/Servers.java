package org.binnacle.inventory;

import java.nio.file.Path;
import java.util.Optional;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.mysql.Tunnel;

/// Turns what the inventory keeps into what connections need.
final class Servers {
  private Servers() {}

  static InstanceRef ref(String id, Instance instance, Environment environment) {
    return new InstanceRef(
        id,
        instance.name(),
        instance.address(),
        instance.environment(),
        environment.colour(),
        environment.safety(),
        instance.cluster());
  }

  static Server server(InstanceRef ref, Instance instance) {
    return new Server(
        ref,
        instance.host(),
        instance.port(),
        instance.user(),
        new Tls(mode(instance.tls()), path(instance.ca()), instance.publicKeyRetrieval()),
        instance
            .tunnel()
            .map(
                tunnel ->
                    new Tunnel(
                        tunnel.host(),
                        tunnel.port(),
                        tunnel.user().isEmpty()
                            ? System.getProperty("user.name", "")
                            : tunnel.user(),
                        path(tunnel.key()),
                        path(tunnel.knownHosts()))));
  }

  private static Tls.Mode mode(TlsMode mode) {
    return switch (mode) {
      case DISABLED -> Tls.Mode.DISABLED;
      case PREFERRED -> Tls.Mode.PREFERRED;
      case REQUIRED -> Tls.Mode.REQUIRED;
      case VERIFY_CA -> Tls.Mode.VERIFY_CA;
      case VERIFY_IDENTITY -> Tls.Mode.VERIFY_IDENTITY;
    };
  }

  /// A path as a user writes it: `~/` stands for the home folder.
  private static Optional<Path> path(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        text.startsWith("~/")
            ? Path.of(System.getProperty("user.home", ""), text.substring(2))
            : Path.of(text));
  }
}
