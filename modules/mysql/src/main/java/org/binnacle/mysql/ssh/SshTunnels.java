package org.binnacle.mysql.ssh;

import java.time.Duration;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.jdbc.JdbcDialer;

/// Tunnels.
public final class SshTunnels implements JdbcDialer.Ways, AutoCloseable {
  private final Secrets secrets;

  public SshTunnels(Secrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public JdbcDialer.Way to(Server server, Duration limit) {
    throw new Fault(ConnectFaults.TUNNEL, "tunnels come with the next landing " + secrets);
  }

  @Override
  public void close() {}
}
