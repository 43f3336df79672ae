package org.binnacle.explain.view;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.binnacle.explain.advice.Advising;
import org.binnacle.explain.advice.Trials;
import org.binnacle.explain.live.Explaining;
import org.binnacle.explain.schema.Schemas;
import org.binnacle.explain.worksheet.RanStatement;
import org.binnacle.explain.worksheet.StatementHistory;
import org.binnacle.explain.worksheet.Worksheets;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.RunningServer;

/// The engines on a real server, for screens.
public final class Servers implements AutoCloseable {
  public final List<AuditEntry> audit = new CopyOnWriteArrayList<>();
  private final List<Server> known = new CopyOnWriteArrayList<>();
  private final RunningServer running;
  private final PooledConnections connections;
  private final Path folder;

  public Servers(RunningServer running, Path folder) {
    this.running = running;
    this.folder = folder;
    connections =
        new PooledConnections(
            new Secrets() {
              @Override
              public Optional<Secret> password(Server server) {
                return Optional.of(new Secret(running.password().toCharArray()));
              }

              @Override
              public Optional<Secret> tunnel(Server server) {
                return Optional.empty();
              }
            });
  }

  /// An instance of this name; production asks for it to be typed.
  public InstanceRef instance(String name, boolean production) {
    var ref =
        new InstanceRef(
            name,
            name,
            running.host() + ":" + running.port(),
            production ? "production" : "staging",
            production ? "red" : "blue",
            production ? Safety.STRICT : Safety.CAREFUL,
            "shop");
    known.add(
        new Server(
            ref,
            running.host(),
            running.port(),
            running.user(),
            new Tls(Tls.Mode.PREFERRED, Optional.empty(), true),
            Optional.empty()));
    return ref;
  }

  public Live live() {
    org.binnacle.explain.Servers servers =
        id -> known.stream().filter(one -> one.ref().id().equals(id)).findFirst();
    var explaining = new Explaining(connections, servers, Clock.systemUTC());
    return new Live(
        explaining,
        new Worksheets(
            connections,
            servers,
            new Log(),
            "anna",
            Clock.systemUTC(),
            folder.resolve("spools"),
            new Ran()),
        new Schemas(connections, servers),
        new Advising(connections, servers),
        new Trials(connections, servers, explaining, new Log(), "anna", Clock.systemUTC()),
        () -> known.stream().map(Server::ref).toList());
  }

  /// Runs statements as the server's owner.
  public void sql(String... statements) throws SQLException {
    try (Connection connection = running.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /// What was run, in memory.
  private static final class Ran implements StatementHistory {
    private final List<RanStatement> all = new CopyOnWriteArrayList<>();

    @Override
    public void add(RanStatement statement) {
      all.addFirst(statement);
    }

    @Override
    public List<RanStatement> newest(String containing, int limit) {
      return all.stream().filter(ran -> ran.sql().contains(containing)).limit(limit).toList();
    }

    @Override
    public void clear() {
      all.clear();
    }
  }

  private final class Log implements AuditLog {
    @Override
    public void append(AuditEntry entry) {
      audit.add(entry);
    }

    @Override
    public List<AuditEntry> newest(Optional<Instant> since, String containing, int limit) {
      return new ArrayList<>(audit);
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
