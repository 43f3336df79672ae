package org.binnacle.mysql.jdbc;

import com.mysql.cj.jdbc.Driver;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.jspecify.annotations.Nullable;

/// Opens connections: one attempt, bounded as a whole, with the session contract applied and the
/// server's facts learned. Knows no pool and no back-off.
public final class JdbcDialer implements AutoCloseable {
  /// The server's name goes into a URL; what is no name and no address must not change its meaning.
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._:%-]+");

  private final Secrets secrets;
  private final Ways ways;
  private final ScheduledExecutorService clock;
  private final TrustStores stores = new TrustStores();
  private final Map<Dial, String> underWay = new ConcurrentHashMap<>();
  private final Driver driver;
  private volatile boolean closed;

  /// How a server is reached where not directly.
  public interface Ways {

    /// The near end of a tunnel to the server, opened where there is none.
    Way to(Server server, Duration limit);
  }

  /// A tunnel's near end; closed when its connection is.
  public interface Way extends AutoCloseable {
    InetSocketAddress near();

    @Override
    void close();
  }

  /// @param clock runs the short task that ends an attempt which takes too long
  public JdbcDialer(Secrets secrets, Ways ways, ScheduledExecutorService clock) {
    this.secrets = secrets;
    this.ways = ways;
    this.clock = clock;
    // The driver would keep a thread for connections that nobody closed; ours have an owner.
    System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
    try {
      driver = new Driver();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// One attempt.
  ///
  /// @param several whether one round trip may carry several fixed statements
  /// @throws Fault with a code of {@link ConnectFaults}
  public Link open(Server server, String role, Bounds bounds, boolean readOnly, boolean several) {
    if (!HOST.matcher(server.host()).matches()) {
      throw new Fault(ConnectFaults.UNKNOWN_HOST, "'" + server.host() + "' is no host name");
    }
    Way way = server.tunnel().isPresent() ? ways.to(server, bounds.connect()) : null;
    var dial = new Dial(Optional.ofNullable(way).map(Way::near), bounds.connect());
    Duration whole = bounds.connect().plus(bounds.socket());
    ScheduledFuture<?> watch = clock.schedule(dial::end, whole.toMillis(), TimeUnit.MILLISECONDS);
    Connection connection = null;
    boolean done = false;
    underWay.put(dial, server.id());
    try {
      if (closed) {
        throw new Fault(ConnectFaults.LOST, "the program is closing its connections");
      }
      connection = login(server, role, bounds, several, dial);
      dial.reached(Dial.Step.DONE);
      Link link = greet(server, connection, dial, way, bounds, readOnly, several);
      done = true;
      return link;
    } finally {
      underWay.remove(dial);
      watch.cancel(false);
      if (!done) {
        dial.end();
        if (connection != null) {
          quietly(connection);
        }
        if (way != null) {
          way.close();
        }
      }
    }
  }

  private Connection login(Server server, String role, Bounds bounds, boolean several, Dial dial) {
    Properties properties =
        DriverProperties.of(server, role, bounds, several, stores.of(server.tls().ca()));
    properties.setProperty("user", server.user());
    Optional<Secret> password = secrets.password(server);
    try {
      password.ifPresent(secret -> properties.setProperty("password", new String(secret.reveal())));
      Connection connection =
          ScopedValue.where(Dial.CURRENT, dial).call(() -> driver.connect(url(server), properties));
      if (connection == null) {
        throw new IllegalStateException("the driver does not know its own URL");
      }
      return connection;
    } catch (SQLException e) {
      throw Faults.ofDial(server, dial, e);
    } finally {
      properties.clear();
      password.ifPresent(Secret::close);
    }
  }

  private static String url(Server server) {
    String host = server.host().contains(":") ? "[" + server.host() + "]" : server.host();
    return "jdbc:mysql://" + host.replace("%", "%25") + ":" + server.port() + "/";
  }

  private static Link greet(
      Server server,
      Connection connection,
      Dial dial,
      @Nullable Way way,
      Bounds bounds,
      boolean readOnly,
      boolean several) {
    var dialled =
        new Link.Dialled() {
          @Override
          public void end() {
            dial.end();
          }

          @Override
          public void release() {
            if (way != null) {
              way.close();
            }
          }
        };
    try {
      Link link = new Probe(connection).learn(server, dialled, bounds, readOnly, several);
      connection.setNetworkTimeout(Runnable::run, (int) bounds.socket().toMillis());
      return link;
    } catch (SQLException e) {
      throw Faults.ofDial(server, dial, e);
    }
  }

  private static void quietly(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      // The socket is closed already.
    }
  }

  /// Ends attempts to reach a server that are under way.
  public void giveUp(Server server) {
    underWay.forEach(
        (dial, id) -> {
          if (id.equals(server.id())) {
            dial.end();
          }
        });
  }

  @Override
  public void close() {
    closed = true;
    underWay.keySet().forEach(Dial::end);
    stores.close();
  }
}
