package org.binnacle.mysql.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Asked;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.jdbc.JdbcSession;
import org.binnacle.mysql.jdbc.Link;
import org.jspecify.annotations.Nullable;

/// The monitoring connection of one instance: a pool of one, its health, back-off and breaker. One
/// tick at a time; the others wait in order.
final class Monitor implements AutoCloseable {
  private static final Duration IDLE = Duration.ofMinutes(10);

  /// A place at a side door is not ours to keep once there are others.
  private static final Duration ASIDE = Duration.ofMinutes(5);

  private final Server server;
  private final Supplier<HikariConfig> settings;
  private final Opener opener;
  private final Backoff backoff;
  private final Supplier<Set<Long>> own;
  private final InstantSource clock;
  private final ReentrantLock tick = new ReentrantLock(true);
  private final Breaker breaker = new Breaker();
  private final HandOver handOver = new HandOver();
  private final Scarcity scarcity;
  private final Notebook notebook;

  private volatile Health health = new Health.Unknown();
  private volatile @Nullable Link link;
  private volatile boolean closed;
  private Instant openedAt = Instant.MIN;
  private @Nullable HikariDataSource pool;

  /// Opens the connection, waiting for its place in the queue.
  interface Opener {
    /// @param before how the instance did until now
    Link open(Server server, Health before);

    /// Ends attempts to reach the server that are under way.
    void giveUp(Server server);
  }

  Monitor(
      Server server,
      Supplier<HikariConfig> settings,
      Opener opener,
      Backoff backoff,
      OwnSessions own,
      InstantSource clock) {
    this.server = server;
    this.settings = settings;
    this.opener = opener;
    this.backoff = backoff;
    this.own = own.at(server);
    this.clock = clock;
    this.scarcity = new Scarcity(server, clock);
    this.notebook = new Notebook(clock);
  }

  Server server() {
    return server;
  }

  Health health() {
    return health;
  }

  List<Asked> asked() {
    return notebook.asked();
  }

  Optional<Link> link() {
    return Optional.ofNullable(link);
  }

  <T> T run(Function<Session, T> work) {
    leaveAlone();
    try {
      tick.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.CANCELLED, "interrupted while waiting for the connection", e);
    }
    try {
      // The tick before may have failed while this one waited.
      leaveAlone();
      return tick(work);
    } finally {
      tick.unlock();
    }
  }

  private void leaveAlone() {
    if (closed) {
      throw new Fault(ConnectFaults.LOST, "the connection was closed");
    }
    if (health instanceof Health.Down down
        && down.retryAt().filter(at -> clock.instant().isBefore(at)).isPresent()) {
      throw new Fault(
          ConnectFaults.BACKING_OFF,
          down.fault().code().id() + ": " + down.fault().detail(),
          down.fault());
    }
  }

  /// A connection that died while nobody used it is found out by the first thing that is asked on
  /// it: no ping goes before each look. The work is then begun once more, on a new connection.
  private <T> T tick(Function<Session, T> work) {
    boolean old = link != null;
    try {
      return once(work, old);
    } catch (DiedUnused e) {
      return once(work, false);
    }
  }

  /// @param old whether the connection was there before, so that it may have died meanwhile
  private <T> T once(Function<Session, T> work, boolean old) {
    try (Connection connection = borrow()) {
      Link open = link().orElseThrow(() -> new Fault(ConnectFaults.LOST, "the connection is gone"));
      var session = new JdbcSession(open, connection, () -> {}, notebook, own);
      long start = System.nanoTime();
      boolean answers = true;
      try {
        return work.apply(session);
      } catch (Fault fault) {
        answers = !ends(fault);
        if (old && !closed && fault.code().equals(ConnectFaults.LOST) && !session.spoken()) {
          drop();
          throw new DiedUnused();
        }
        throw fault;
      } finally {
        session.close();
        if (answers) {
          answered(open, Duration.ofNanos(System.nanoTime() - start));
        }
      }
    } catch (SQLException e) {
      throw failed(new Fault(ConnectFaults.LOST, String.valueOf(e.getMessage()), e));
    } catch (Fault fault) {
      throw ends(fault) ? failed(fault) : fault;
    }
  }

  /// The connection was lost before anything was asked on it.
  private static final class DiedUnused extends RuntimeException {
    private static final long serialVersionUID = 1;

    DiedUnused() {
      super(null, null, false, false);
    }
  }

  private static boolean ends(Fault fault) {
    return fault.code().id().startsWith("connect.");
  }

  private void answered(Link open, Duration length) {
    breaker.tick(length);
    Instant since = health instanceof Health.Up up ? up.since() : clock.instant();
    health = new Health.Up(since, length, breaker.throttled(), open.facts(), open.flavour().name());
  }

  private Fault failed(Fault fault) {
    if (Thread.currentThread().isInterrupted()) {
      // Who asked has given up, which closes the socket: that is no failure of the server.
      drop();
      return new Fault(Fault.CANCELLED, "interrupted while the server was asked", fault);
    }
    Instant now = clock.instant();
    noteFull(fault);
    drop();
    Health.Down before = health instanceof Health.Down down ? down : null;
    int failures = before == null ? 1 : before.failures() + 1;
    Instant since = before == null ? now : before.since();
    health =
        new Health.Down(since, fault, failures, Optional.of(now.plus(backoff.after(failures))));
    return fault;
  }

  /// The pool's connection, opened before where there is none.
  private Connection borrow() throws SQLException {
    Link present = link;
    if (present != null && present.connection().isClosed()) {
      drop();
    }
    if (link == null) {
      connect();
    }
    try {
      HikariDataSource open = pool();
      scarcity.keep(open, IDLE);
      return open.getConnection();
    } catch (SQLException e) {
      // It died while nobody used it: the pool has just found out.
      drop();
      connect();
      return pool().getConnection();
    }
  }

  private void connect() {
    Link fresh = opener.open(server, health);
    link = fresh;
    openedAt = clock.instant();
    scarcity.note(fresh);
    if (closed) {
      drop();
      throw new Fault(ConnectFaults.LOST, "the connection was closed");
    }
    handOver.put(fresh.connection());
  }

  private HikariDataSource pool() {
    HikariDataSource present = pool;
    if (present == null) {
      HikariConfig config = settings.get();
      config.setDataSource(handOver);
      config.setPoolName("binnacle-" + server.ref().name());
      config.setIdleTimeout(IDLE.toMillis());
      present = new HikariDataSource(config);
      pool = present;
    }
    return present;
  }

  /// Takes note of a server that is out of connections: the one we hold is gold.
  void noteFull(Fault fault) {
    scarcity.note(fault);
  }

  /// The same where a side door let us in.
  void noteFull(Link opened) {
    scarcity.note(opened);
  }

  /// Why a connection that can wait is not opened now.
  Optional<Fault> refusesMore() {
    Optional<Fault> refused = scarcity.refusesMore();
    if (refused.isPresent() && scarcity.mayBeOver() && Room.in(this)) {
      scarcity.over();
      return Optional.empty();
    }
    return refused;
  }

  /// Now and then: gives back what an idle connection went through once the pool has dropped it.
  void sweep() {
    if (!tick.tryLock()) {
      return;
    }
    try {
      HikariDataSource open = pool;
      if (open != null) {
        scarcity.keep(open, IDLE);
      }
      Link present = link;
      if (present != null && present.connection().isClosed()) {
        drop();
        health = new Health.Unknown();
      } else if (present != null
          && scarcity.aside(present)
          && clock.instant().isAfter(openedAt.plus(ASIDE))) {
        drop();
      }
    } catch (SQLException e) {
      drop();
    } finally {
      tick.unlock();
    }
  }

  /// Ends the connection without a word, since it is of no more use.
  private void drop() {
    Link old = link;
    link = null;
    handOver.put(null);
    if (old != null) {
      old.abort();
      old.close();
      HikariDataSource open = pool;
      if (open != null) {
        open.getHikariPoolMXBean().softEvictConnections();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    if (tick.isLocked()) {
      opener.giveUp(server);
      link().ifPresent(Link::abort);
    }
    tick.lock();
    try {
      Link last = link;
      link = null;
      handOver.put(null);
      if (last != null) {
        last.close();
      }
      HikariDataSource open = pool;
      pool = null;
      if (open != null) {
        open.close();
      }
    } finally {
      tick.unlock();
    }
  }
}
