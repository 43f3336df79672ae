package org.binnacle.mysql.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.Tls;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server of its own: filled up, and asked for TLS in all ways.
@Tag("server")
class FullServerTest {
  private static RunningServer running;

  @TempDir Path folder;
  private final Bed bed = new Bed();
  private final PooledConnections connections = new PooledConnections(bed);

  @BeforeAll
  static void start() {
    running =
        TestServers.start(
            Distribution.MYSQL_8_0,
            Launch.plain().with("--max-connections=4", "--max-connect-errors=3"));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @AfterEach
  void close() {
    connections.close();
  }

  private Server server(Tls tls) {
    bed.password(running.user(), running.password());
    return Bed.with(running.host(), running.port(), running.user(), tls);
  }

  private Server app(String password) {
    return bed.server(running.host(), running.port(), "app", password);
  }

  private FaultCode code(Server server) {
    return catchThrowableOfType(
            Fault.class, () -> connections.monitor(server, Session::connectionId))
        .code();
  }

  @Test
  void aFullServerSaysTooManyAndTheHeldConnectionGoesOn() throws SQLException {
    var held = new ArrayList<Connection>();
    try (Connection root = running.connect()) {
      Bed.run(root, "CREATE USER IF NOT EXISTS 'app'@'%' IDENTIFIED BY 'weak-Pass-3'");
      Server app = app("weak-Pass-3");
      long id = connections.monitor(app, Session::connectionId);
      try {
        while (held.size() < 20) {
          held.add(
              DriverManager.getConnection(
                  "jdbc:mysql://%s:%d/".formatted(running.host(), running.port()),
                  "app",
                  "weak-Pass-3"));
        }
      } catch (SQLException full) {
        assertThat(full.getErrorCode()).isEqualTo(1040);
      }
      Fault fault =
          catchThrowableOfType(
              Fault.class, () -> connections.action(app, "look", Bounds.action(), true));
      assertThat(fault.code()).isEqualTo(ConnectFaults.TOO_MANY);
      assertThat(connections.monitor(app, Session::connectionId)).isEqualTo(id);
      assertThat(connections.health(app)).isInstanceOf(Health.Up.class);
    } finally {
      for (Connection each : held) {
        each.close();
      }
    }
  }

  @Test
  void anExpiredPasswordIsToldAsSuch() throws SQLException {
    try (Connection root = running.connect()) {
      Bed.run(
          root,
          "DROP USER IF EXISTS 'old'@'%'",
          "CREATE USER 'old'@'%' IDENTIFIED BY 'weak-Pass-4' PASSWORD EXPIRE");
      assertThat(code(bed.server(running.host(), running.port(), "old", "weak-Pass-4")))
          .isEqualTo(ConnectFaults.PASSWORD_EXPIRED);
    }
  }

  @Test
  void withoutTlsThePublicKeyIsFetchedOnlyWhereAllowed() throws SQLException {
    try (Connection root = running.connect()) {
      Bed.run(
          root,
          "DROP USER IF EXISTS 'fresh'@'%'",
          "CREATE USER 'fresh'@'%' IDENTIFIED WITH caching_sha2_password BY 'weak-Pass-5'");
      bed.password("fresh", "weak-Pass-5");
      var plain = new Tls(Tls.Mode.DISABLED, Optional.empty(), false);
      assertThat(code(Bed.with(running.host(), running.port(), "fresh", plain)))
          .isEqualTo(ConnectFaults.PUBLIC_KEY);
      var allowed = new Tls(Tls.Mode.DISABLED, Optional.empty(), true);
      Server second = Bed.with(running.host(), running.port(), "fresh", allowed);
      connections.forget(second);
      assertThat(connections.<Long>monitor(second, Session::connectionId)).isPositive();
    }
  }

  @Test
  void verifyCaHoldsWithTheServersOwnAuthorityAndFailsWithAnother() throws Exception {
    Path own = running.dataDir().resolve("ca.pem");
    Server right = server(new Tls(Tls.Mode.VERIFY_CA, Optional.of(own), false));
    connections.monitor(
        right,
        session ->
            assertThat(
                    session.query(
                        "SHOW SESSION STATUS LIKE 'Ssl_cipher'", row -> row.text("Value", "")))
                .allMatch(cipher -> !cipher.isEmpty()));
    Path other = folder.resolve("other.pem");
    Files.copy(Path.of("src/test/resources/other-ca.pem"), other);
    assertThat(code(server(new Tls(Tls.Mode.VERIFY_CA, Optional.of(other), false))))
        .isEqualTo(ConnectFaults.TLS);
    assertThat(code(server(new Tls(Tls.Mode.VERIFY_IDENTITY, Optional.of(own), false))))
        .isEqualTo(ConnectFaults.TLS);
    assertThat(
            code(server(new Tls(Tls.Mode.VERIFY_CA, Optional.of(folder.resolve("none")), false))))
        .isEqualTo(ConnectFaults.TLS);
  }

  @Test
  void tlsRequiredOfAServerWithoutIsToldAsSuch() throws Exception {
    try (RunningServer without =
        TestServers.start(Distribution.MYSQL_8_0, Launch.plain().with("--tls-version="))) {
      bed.password(without.user(), without.password());
      Server server =
          Bed.with(
              without.host(),
              without.port(),
              without.user(),
              new Tls(Tls.Mode.REQUIRED, Optional.empty(), false));
      assertThat(code(server)).isEqualTo(ConnectFaults.TLS);
    }
  }
}
