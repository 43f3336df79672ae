package org.binnacle.mysql.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.Tls;
import org.binnacle.mysql.Tunnel;
import org.binnacle.mysql.contract.Bed;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real MySQL behind a real SSH server.
@Tag("server")
class SshTunnelsTest {
  private static final String PHRASE = "phrase-of-the-key";

  @TempDir Path folder;
  private final Bed bed = new Bed();
  private final PooledConnections connections = new PooledConnections(bed);
  private final SshServer ssh = SshServer.setUpDefaultServer();
  private RunningServer running;
  private KeyPair hostKey;
  private KeyPair userKey;
  private Path key;
  private Path known;

  @BeforeEach
  void open() throws Exception {
    running = TestServers.shared(Distribution.MYSQL_8_0);
    bed.password(running.user(), running.password());
    hostKey = pair();
    userKey = pair();
    key = folder.resolve("key");
    known = folder.resolve("known_hosts");
    try (OutputStream out = Files.newOutputStream(key)) {
      var context = new OpenSSHKeyEncryptionContext();
      context.setPassword(PHRASE);
      context.setCipherName("AES");
      context.setCipherType("256");
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(userKey, "test", context, out);
    }
    ssh.setHost("127.0.0.1");
    ssh.setPort(0);
    ssh.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    ssh.setPublickeyAuthenticator(
        (user, shown, session) -> user.equals("jump") && shown.equals(userKey.getPublic()));
    ssh.setPasswordAuthenticator((user, password, session) -> password.equals("open-sesame"));
    ssh.setForwardingFilter(AcceptAllForwardingFilter.INSTANCE);
    ssh.start();
    trust(hostKey.getPublic());
  }

  @AfterEach
  void close() throws IOException {
    connections.close();
    ssh.stop(true);
  }

  private static KeyPair pair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private void trust(PublicKey hosts) throws IOException {
    Files.writeString(
        known, "[127.0.0.1]:" + ssh.getPort() + " " + PublicKeyEntry.toString(hosts) + "\n");
  }

  private Server server(Optional<Path> with, int port, Tls tls) {
    Server plain = Bed.with("127.0.0.1", port, running.user(), tls);
    var tunnel = new Tunnel("127.0.0.1", ssh.getPort(), "jump", with, Optional.of(known));
    return new Server(
        plain.ref(), plain.host(), plain.port(), plain.user(), tls, Optional.of(tunnel));
  }

  private Server server() {
    return server(Optional.of(key), running.port(), Tls.preferred());
  }

  private Fault fault(Server server) {
    return catchThrowableOfType(
        Fault.class, () -> connections.monitor(server, Session::connectionId));
  }

  @Test
  void aKeyWithItsPhraseOpensTheWayAndOneSshSessionServesAll() {
    bed.tunnelSecret("127.0.0.1", PHRASE);
    assertThat(connections.<Long>monitor(server(), Session::connectionId)).isPositive();
    try (Session act = connections.action(server(), "look", Bounds.action(), true)) {
      assertThat(act.query("SELECT 1 AS one", row -> row.number("one", 0))).containsExactly(1L);
      assertThat(ssh.getActiveSessions()).hasSize(1);
    }
    assertThat(ssh.getActiveSessions()).hasSize(1);
    connections.forget(server());
    Bed.await("the SSH session ends with its last user", () -> ssh.getActiveSessions().isEmpty());
  }

  @Test
  void aPasswordOpensTheWayToo() {
    bed.tunnelSecret("127.0.0.1", "open-sesame");
    Server server = server(Optional.empty(), running.port(), Tls.preferred());
    assertThat(connections.<Long>monitor(server, Session::connectionId)).isPositive();
  }

  @Test
  void aWrongPhraseOrPasswordIsTold() {
    bed.tunnelSecret("127.0.0.1", "wrong-secret");
    Fault wrong = fault(server());
    assertThat(wrong.code()).isEqualTo(ConnectFaults.TUNNEL);
    assertThat(wrong.getMessage()).doesNotContain("wrong-secret");
    connections.forget(server());
    assertThat(fault(server(Optional.empty(), running.port(), Tls.preferred())).code())
        .isEqualTo(ConnectFaults.TUNNEL);
  }

  @Test
  void anUnknownHostIsNeverTrustedSilently() throws IOException {
    bed.tunnelSecret("127.0.0.1", PHRASE);
    Files.writeString(known, "");
    Fault fault = fault(server());
    assertThat(fault.code()).isEqualTo(ConnectFaults.HOST_KEY_UNKNOWN);
    assertThat(fault.detail()).contains("SHA256:");
    assertThat(Files.readString(known)).isEmpty();
  }

  @Test
  void aChangedHostKeyIsRefusedWithBothFingerprints() throws Exception {
    bed.tunnelSecret("127.0.0.1", PHRASE);
    trust(pair().getPublic());
    Fault fault = fault(server());
    assertThat(fault.code()).isEqualTo(ConnectFaults.HOST_KEY_CHANGED);
    assertThat(List.of(fault.detail().split("SHA256:", -1))).hasSize(3);
  }

  @Test
  void aServerThatTheSshHostCannotReachIsToldApartFromTheTunnel() throws IOException {
    bed.tunnelSecret("127.0.0.1", PHRASE);
    int closed;
    try (var listener = new ServerSocket(0)) {
      closed = listener.getLocalPort();
    }
    Fault fault = fault(server(Optional.of(key), closed, Tls.preferred()));
    assertThat(fault.code()).isEqualTo(ConnectFaults.TUNNEL);
    assertThat(fault.detail()).contains("cannot reach 127.0.0.1:" + closed);
  }

  @Test
  void aBrokenTunnelIsOpenedAnew() {
    bed.tunnelSecret("127.0.0.1", PHRASE);
    long first = connections.monitor(server(), Session::connectionId);
    ssh.getActiveSessions().forEach(session -> session.close(true));
    Bed.await(
        "another connection through another SSH session",
        () -> {
          try {
            return connections.monitor(server(), Bed::askedId) != first;
          } catch (Fault fault) {
            return false;
          }
        });
  }

  @Test
  void theServersCertificateIsCheckedThroughTheTunnel() {
    bed.tunnelSecret("127.0.0.1", PHRASE);
    var own = Optional.of(running.dataDir().resolve("ca.pem"));
    Server ca = server(Optional.of(key), running.port(), new Tls(Tls.Mode.VERIFY_CA, own, false));
    assertThat(connections.<Long>monitor(ca, Session::connectionId)).isPositive();
  }
}
