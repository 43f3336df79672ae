package org.binnacle.mysql.ssh;

import java.net.SocketAddress;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tunnel;
import org.binnacle.mysql.jdbc.JdbcDialer;
import org.jspecify.annotations.Nullable;

/// Tunnels through SSH hosts. The client with its few threads starts with the first tunnel; the
/// user's ~/.ssh/config is not read, so that what is seen in the inventory is what happens.
public final class SshTunnels implements JdbcDialer.Ways, AutoCloseable {
  private static final AttributeKey<Tunnel> TUNNEL = new AttributeKey<>();

  private final Secrets secrets;
  private final Map<Tunnel, SshHost> hosts = new ConcurrentHashMap<>();
  private @Nullable SshClient client;
  private boolean closed;

  public SshTunnels(Secrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public JdbcDialer.Way to(Server server, Duration limit) {
    Tunnel tunnel = server.tunnel().orElseThrow();
    SshClient started = client();
    SshHost host = hosts.computeIfAbsent(tunnel, it -> new SshHost(it, started));
    Optional<Secret> secret = secrets.tunnel(server);
    try {
      return host.to(server, secret, limit);
    } finally {
      secret.ifPresent(Secret::close);
    }
  }

  private synchronized SshClient client() {
    if (closed) {
      throw new Fault(ConnectFaults.LOST, "the program is closing its connections");
    }
    SshClient present = client;
    if (present == null) {
      present = SshClient.setUpDefaultClient();
      present.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
      present.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
      present.setServerKeyVerifier(SshTunnels::trusted);
      present.addSessionListener(new KnownFirst());
      CoreModuleProperties.HEARTBEAT_INTERVAL.set(present, Duration.ofSeconds(20));
      CoreModuleProperties.IDLE_TIMEOUT.set(present, Duration.ZERO);
      present.start();
      client = present;
    }
    return present;
  }

  /// A fault thrown here ends the session and comes back from its login.
  private static boolean trusted(ClientSession session, SocketAddress from, PublicKey shown) {
    Tunnel tunnel = session.getConnectionContext().getAttribute(TUNNEL);
    new KnownHosts(SshHost.knownHosts(tunnel)).check(tunnel.host(), tunnel.port(), shown);
    return true;
  }

  static AttributeKey<Tunnel> tunnelKey() {
    return TUNNEL;
  }

  private static final class KnownFirst implements SessionListener {
    @Override
    public void sessionCreated(Session session) {
      if (session instanceof ClientSession fresh && fresh.getConnectionContext() != null) {
        Tunnel tunnel = fresh.getConnectionContext().getAttribute(TUNNEL);
        var types = new KnownHosts(SshHost.knownHosts(tunnel)).types(tunnel.host(), tunnel.port());
        SshHost.preferKnown(fresh, types);
      }
    }
  }

  @Override
  public void close() {
    SshClient last;
    synchronized (this) {
      closed = true;
      last = client;
      client = null;
    }
    hosts.values().forEach(SshHost::close);
    hosts.clear();
    if (last != null) {
      last.stop();
    }
  }
}
