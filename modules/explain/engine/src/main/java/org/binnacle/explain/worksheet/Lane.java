package org.binnacle.explain.worksheet;

import java.time.Duration;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.sql.Quote;
import org.jspecify.annotations.Nullable;

/// The session that a worksheet keeps with one instance, so that variables, temporary tables and
/// transactions live from one run to the next. For one thread at a time.
final class Lane implements AutoCloseable {
  private static final Duration SLACK = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofHours(24);
  private static final Duration LOCK_WAIT = Duration.ofSeconds(10);

  private final Connections connections;
  private final Server server;
  private @Nullable Session session;
  private boolean writes;
  private Duration limit = Duration.ZERO;

  Lane(Connections connections, Server server) {
    this.connections = connections;
    this.server = server;
  }

  InstanceRef instance() {
    return server.ref();
  }

  /// The session for a request: the kept one, or a new one where it was lost or the request wants
  /// other bounds or another arming.
  Session ready(RunRequest request) {
    if (request.arming().writes() && !request.arming().enoughFor(server.ref())) {
      throw new Fault(WorksheetFaults.NEEDS_NAME, server.ref().name());
    }
    Session open = session;
    if (open != null
        && (writes != request.arming().writes() || !limit.equals(request.limits().statement()))) {
      close();
      open = null;
    }
    if (open == null) {
      writes = request.arming().writes();
      limit = request.limits().statement();
      open = connections.action(server, "worksheet", bounds(limit), !writes);
      // A reader that stops to write a file must not lose the connection at 60 s.
      open.arrange("SET SESSION net_write_timeout=600");
      session = open;
    }
    return prepared(open, request);
  }

  private Session prepared(Session open, RunRequest request) {
    Optional<String> database = request.database().filter(name -> !name.isBlank());
    if (database.isPresent()) {
      open.arrange("USE " + Quote.name(database.get()));
    }
    long rows = request.limits().rows();
    open.arrange(
        "SET SESSION sql_select_limit=" + (rows >= Long.MAX_VALUE - 1 ? "DEFAULT" : rows + 1));
    return open;
  }

  private static Bounds bounds(Duration statement) {
    Duration socket = statement.isZero() ? LONG : statement.plus(SLACK);
    return new Bounds(Bounds.action().connect(), statement, socket, LOCK_WAIT);
  }

  /// The session is of no use any more.
  void lost() {
    close();
  }

  @Override
  public void close() {
    Session open = session;
    session = null;
    if (open != null) {
      open.close();
    }
  }
}
