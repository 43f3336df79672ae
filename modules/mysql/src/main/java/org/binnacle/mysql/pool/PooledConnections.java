package org.binnacle.mysql.pool;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Asked;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SideDoors;
import org.binnacle.mysql.jdbc.JdbcDialer;
import org.binnacle.mysql.jdbc.JdbcSession;
import org.binnacle.mysql.jdbc.Link;
import org.binnacle.mysql.ssh.SshTunnels;

/// Connections as they are in the program: real servers, HikariCP, virtual threads.
public final class PooledConnections implements Connections {
  private static final Bounds SHORT =
      new Bounds(
          Duration.ofMillis(700),
          Bounds.monitoring().statement(),
          Bounds.monitoring().socket(),
          Bounds.monitoring().lockWait());

  private static final long PINGED_AFTER_MS = 90_000;

  private final ScheduledThreadPoolExecutor timer;
  private final ThreadFactory threads = Thread.ofVirtual().name("binnacle-pool-", 0).factory();
  private final JdbcDialer dialer;
  private final SshTunnels tunnels;
  private final InstantSource clock;
  private final FullServer full;
  private final Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());
  private final ConnectQueue queue = new ConnectQueue();
  private final Monitor.Opener opener = new MonitorOpener();
  private final Map<String, Monitor> monitors = new ConcurrentHashMap<>();
  private final OwnSessions own = new OwnSessions();
  private final Set<Link> actions = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public PooledConnections(Secrets secrets) {
    this(secrets, SideDoors.inMemory(), InstantSource.system());
  }

  /// @param doors remembers how servers are reached that have no place left
  public PooledConnections(Secrets secrets, SideDoors doors) {
    this(secrets, doors, InstantSource.system());
  }

  PooledConnections(Secrets secrets, InstantSource clock) {
    this(secrets, SideDoors.inMemory(), clock);
  }

  private PooledConnections(Secrets secrets, SideDoors doors, InstantSource clock) {
    // Read by each pool when it is made: only a connection that was not used for longer than a
    // look's interval is pinged, see Monitor.
    System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", String.valueOf(PINGED_AFTER_MS));
    this.clock = clock;
    this.full = new FullServer(doors);
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("binnacle-pool-timer").daemon().factory());
    timer.setRemoveOnCancelPolicy(true);
    tunnels = new SshTunnels(secrets);
    dialer = new JdbcDialer(secrets, tunnels, timer);
    var _ =
        timer.scheduleWithFixedDelay(
            () -> monitors.values().forEach(Monitor::sweep), 30, 30, TimeUnit.SECONDS);
  }

  @Override
  public <T> T monitor(Server server, Function<Session, T> work) {
    return of(server).run(work);
  }

  @Override
  public Session action(Server server, String role, Bounds bounds, boolean readOnly) {
    Optional<Fault> refused = of(server).refusesMore();
    if (refused.isPresent()) {
      throw refused.get();
    }
    return open(server, role, bounds, readOnly, full::usual);
  }

  @Override
  public Session vital(Server server, String role, Bounds bounds, boolean readOnly) {
    return open(server, role, bounds, readOnly, full::open);
  }

  /// The doors of a server that are tried.
  private interface Doors {
    Link open(Server server, Bounds bounds, BiFunction<Server, Bounds, Link> dial);
  }

  private Session open(Server server, String role, Bounds bounds, boolean readOnly, Doors through) {
    Monitor monitor = of(server);
    boolean failedBefore = monitor.health() instanceof Health.Down;
    Link link;
    try {
      link =
          queue.run(
              failedBefore,
              () ->
                  own.entered(
                      server,
                      through.open(
                          server,
                          bounds,
                          (to, within) -> dialer.open(to, role, within, readOnly, false))));
    } catch (Fault fault) {
      monitor.noteFull(fault);
      throw fault;
    }
    monitor.noteFull(link);
    actions.add(link);
    if (closed) {
      end(link);
      throw closing();
    }
    return new JdbcSession(
        link, link.connection(), () -> end(link), sql -> {}, () -> own.of(server));
  }

  private void end(Link link) {
    if (actions.remove(link)) {
      link.close();
    }
  }

  @Override
  public Health health(Server server) {
    Monitor monitor = monitors.get(server.id());
    return monitor == null ? new Health.Unknown() : monitor.health();
  }

  @Override
  public List<Asked> asked(Server server) {
    Monitor monitor = monitors.get(server.id());
    return monitor == null ? List.of() : monitor.asked();
  }

  @Override
  public void forget(Server server) {
    Monitor monitor = monitors.remove(server.id());
    if (monitor != null) {
      monitor.close();
    }
  }

  /// The instance's monitor; a new one where its description changed.
  private Monitor of(Server server) {
    if (closed) {
      throw closing();
    }
    Monitor present = monitors.get(server.id());
    if (present != null && !sameWay(present.server(), server)) {
      monitors.remove(server.id(), present);
      present.close();
    }
    return monitors.computeIfAbsent(
        server.id(), id -> new Monitor(server, this::poolOfOne, opener, backoff, own, clock));
  }

  private static boolean sameWay(Server one, Server other) {
    return one.host().equals(other.host())
        && one.port() == other.port()
        && one.user().equals(other.user())
        && one.tls().equals(other.tls())
        && one.tunnel().equals(other.tunnel());
  }

  private final class MonitorOpener implements Monitor.Opener {
    /// An instance that nobody has asked yet gets a short try first, and where that times out a
    /// full one among the failing: else black holes would hold the places of the living for the
    /// whole limit each, just when a fleet is opened.
    @Override
    public Link open(Server server, Health before) {
      if (before instanceof Health.Unknown) {
        try {
          return queue.run(false, () -> monitoring(server, SHORT));
        } catch (Fault fault) {
          if (!fault.code().equals(ConnectFaults.TIMEOUT) || closed) {
            throw fault;
          }
        }
      }
      boolean failing = !(before instanceof Health.Up);
      return queue.run(failing, () -> monitoring(server, Bounds.monitoring()));
    }

    private Link monitoring(Server server, Bounds bounds) {
      return own.entered(
          server,
          full.open(
              server, bounds, (to, within) -> dialer.open(to, "monitor", within, true, true)));
    }

    @Override
    public void giveUp(Server server) {
      dialer.giveUp(server);
    }
  }

  private HikariConfig poolOfOne() {
    var config = new HikariConfig();
    config.setMaximumPoolSize(1);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    config.setReadOnly(true);
    config.setConnectionTimeout(1000);
    config.setValidationTimeout(Bounds.monitoring().connect().toMillis());
    config.setMaxLifetime(0);
    // The looks keep it alive; a ping each two minutes beside them was a thirtieth of our CPU time.
    config.setKeepaliveTime(0);
    config.setScheduledExecutor(timer);
    config.setThreadFactory(threads);
    return config;
  }

  private static Fault closing() {
    return new Fault(ConnectFaults.LOST, "the program is closing its connections");
  }

  @Override
  public void close() {
    closed = true;
    dialer.close();
    actions.forEach(Link::abort);
    actions.forEach(this::end);
    try (var closing = Executors.newVirtualThreadPerTaskExecutor()) {
      monitors.values().forEach(monitor -> closing.execute(monitor::close));
    }
    monitors.clear();
    tunnels.close();
    timer.shutdownNow();
    try {
      var _ = timer.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
