package org.binnacle.mysql;

import java.util.Optional;

/// A second port of a server that has places of its own, for the day when max_connections is
/// reached: `admin_port` of MySQL since 8.0.14 (for accounts with SERVICE_CONNECTION_ADMIN),
/// `extra_port` of MariaDB and of Percona Server.
///
/// @param host where it listens; empty where that is where the server listens
public record SideDoor(String host, int port) {

  /// What MySQL's admin_port is where nobody has set it.
  static final int USUAL_ADMIN_PORT = 33_062;

  /// Of a server that was never asked: MySQL's admin port, where it would be.
  public static SideDoor guessed() {
    return new SideDoor("", USUAL_ADMIN_PORT);
  }

  /// As variables of the server tell it; empty where there is none.
  ///
  /// @param adminAddress empty where the server has no admin interface
  public static Optional<SideDoor> told(String adminAddress, long adminPort, long extraPort) {
    if (!adminAddress.isBlank() && port(adminPort)) {
      return Optional.of(new SideDoor(adminAddress.strip(), (int) adminPort));
    }
    return port(extraPort) ? Optional.of(new SideDoor("", (int) extraPort)) : Optional.empty();
  }

  private static boolean port(long port) {
    return port > 0 && port <= 65_535;
  }

  /// The same server through this door.
  public Server of(Server server) {
    return new Server(
        server.ref(),
        host.isEmpty() ? server.host() : host,
        port,
        server.user(),
        server.tls(),
        server.tunnel());
  }

  /// `10.0.0.9:33062`, `:3307`; {@link #read} reads it.
  public String text() {
    return host + ":" + port;
  }

  /// Empty for what {@link #text} has not written.
  public static Optional<SideDoor> read(String text) {
    int colon = text.lastIndexOf(':');
    String digits = colon < 0 ? "" : text.substring(colon + 1);
    return digits.matches("[0-9]{1,5}") && port(Long.parseLong(digits))
        ? Optional.of(new SideDoor(text.substring(0, colon), Integer.parseInt(digits)))
        : Optional.empty();
  }
}
