package org.binnacle.mysql.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.jdbc.Link;

/// Whether a server was out of connections a short while ago: one that we hold then is gold.
final class Scarcity {
  private static final Duration LASTS = Duration.ofMinutes(10);

  private final Server server;
  private final InstantSource clock;
  private volatile Instant fullAt = Instant.MIN;

  Scarcity(Server server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  void note(Fault fault) {
    if (fault.code().equals(ConnectFaults.TOO_MANY)) {
      fullAt = clock.instant();
    }
  }

  /// A side door is used only where the usual one is shut.
  void note(Link opened) {
    if (aside(opened)) {
      fullAt = clock.instant();
    }
  }

  boolean aside(Link opened) {
    return opened.server().port() != server.port() || !opened.server().host().equals(server.host());
  }

  /// A pool does not let its connection go while there are none to be had.
  ///
  /// @param usual after how long it lets an idle one go
  void keep(HikariDataSource open, Duration usual) {
    boolean full = fullAt.isAfter(clock.instant().minus(LASTS));
    long idle = full ? 0 : usual.toMillis();
    if (open.getIdleTimeout() != idle) {
      open.getHikariConfigMXBean().setIdleTimeout(idle);
    }
  }
}
