package org.binnacle.mysql.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.forward.PortForwardingTracker;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tunnel;
import org.binnacle.mysql.jdbc.JdbcDialer;
import org.jspecify.annotations.Nullable;

/// One SSH session to one host, shared by all connections that go through it; closed with the last
/// of them, opened anew by the next where it broke.
final class SshHost {
  private final Tunnel tunnel;
  private final SshClient client;
  private @Nullable ClientSession session;
  private int users;

  SshHost(Tunnel tunnel, SshClient client) {
    this.tunnel = tunnel;
    this.client = client;
  }

  static Path knownHosts(Tunnel tunnel) {
    return tunnel.knownHosts().orElse(home().resolve("known_hosts"));
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home"), ".ssh");
  }

  /// A way to the server behind this host.
  ///
  /// @param secret the key's pass phrase or the account's password
  synchronized JdbcDialer.Way to(Server server, Optional<Secret> secret, Duration limit) {
    try {
      ClientSession open = session;
      if (open == null || !open.isOpen()) {
        open = login(secret, limit);
        session = open;
      }
      PortForwardingTracker forward =
          open.createLocalPortForwardingTracker(
              new SshdSocketAddress("127.0.0.1", 0),
              new SshdSocketAddress(server.host(), server.port()));
      users++;
      return new Near(forward);
    } catch (IOException e) {
      hangUpIfUnused();
      throw fault(e);
    } catch (RuntimeException e) {
      hangUpIfUnused();
      throw e;
    }
  }

  private ClientSession login(Optional<Secret> secret, Duration limit) throws IOException {
    ClientSession fresh = null;
    var context = AttributeRepository.ofKeyValuePair(SshTunnels.tunnelKey(), tunnel);
    try {
      fresh =
          client
              .connect(tunnel.user(), tunnel.host(), tunnel.port(), context, null)
              .verify(limit)
              .getClientSession();
      identify(fresh, secret);
      fresh.auth().verify(limit.plus(limit));
      return fresh;
    } catch (IOException e) {
      if (fresh != null) {
        fresh.close(true);
      }
      throw e;
    }
  }

  /// The given key, or the user's usual ones and the password.
  private void identify(ClientSession fresh, Optional<Secret> secret) {
    List<Path> keys =
        tunnel
            .key()
            .map(List::of)
            .orElseGet(
                () ->
                    Stream.of("id_ed25519", "id_ecdsa", "id_rsa")
                        .map(home()::resolve)
                        .filter(Files::isReadable)
                        .toList());
    if (!keys.isEmpty()) {
      var files = new FileKeyPairProvider(keys);
      secret.ifPresent(
          phrase -> files.setPasswordFinder(FilePasswordProvider.of(new String(phrase.reveal()))));
      fresh.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(files.loadKeys(fresh)));
    }
    if (tunnel.key().isEmpty()) {
      secret.ifPresent(password -> fresh.addPasswordIdentity(new String(password.reveal())));
    }
  }

  private Fault fault(IOException e) {
    Throwable at = e;
    while (at != null) {
      if (at instanceof Fault fault) {
        return fault;
      }
      at = at.getCause();
    }
    String to = tunnel.user() + "@" + tunnel.host() + ":" + tunnel.port();
    return new Fault(ConnectFaults.TUNNEL, to + ": " + e.getMessage(), e);
  }

  private synchronized void leave(PortForwardingTracker forward) {
    try {
      forward.close();
    } catch (IOException e) {
      // The session is broken; so is the forward.
    }
    users--;
    hangUpIfUnused();
  }

  private void hangUpIfUnused() {
    ClientSession open = session;
    if (users == 0 && open != null) {
      session = null;
      open.close(true);
    }
  }

  synchronized void close() {
    ClientSession open = session;
    session = null;
    if (open != null) {
      open.close(true);
    }
  }

  /// The host's known key types first.
  static void preferKnown(ClientSession fresh, List<String> types) {
    var known = new ArrayList<NamedFactory<Signature>>();
    var others = new ArrayList<NamedFactory<Signature>>();
    for (NamedFactory<Signature> factory : fresh.getSignatureFactories()) {
      String name = factory.getName();
      boolean rsa = types.contains("ssh-rsa") && name.startsWith("rsa-sha2");
      (rsa || types.contains(name) ? known : others).add(factory);
    }
    known.addAll(others);
    fresh.setSignatureFactories(known);
  }

  private final class Near implements JdbcDialer.Way {
    private final PortForwardingTracker forward;
    private boolean left;

    Near(PortForwardingTracker forward) {
      this.forward = forward;
    }

    @Override
    public InetSocketAddress near() {
      return new InetSocketAddress(
          InetAddress.getLoopbackAddress(), forward.getBoundAddress().getPort());
    }

    @Override
    public void close() {
      synchronized (SshHost.this) {
        if (!left) {
          left = true;
          leave(forward);
        }
      }
    }
  }
}
