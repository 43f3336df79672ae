package org.binnacle.mysql.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.Tls;
import org.binnacle.testkit.RunningServer;

/// What tests on servers share: descriptions, passwords, scenes.
public final class Bed implements Secrets {
  private final Map<String, String> passwords = new ConcurrentHashMap<>();
  private final Map<String, String> tunnelSecrets = new ConcurrentHashMap<>();

  public Server server(RunningServer running) {
    return server(running.host(), running.port(), running.user(), running.password());
  }

  public Server server(String host, int port, String user, String password) {
    passwords.put(user, password);
    return with(host, port, user, Tls.preferred());
  }

  public static Server with(String host, int port, String user, Tls tls) {
    String name = user + "@" + host + ":" + port + tls.mode();
    var ref = new InstanceRef(name, name, host + ":" + port, "", "grey", Safety.RELAXED, "");
    return new Server(ref, host, port, user, tls, Optional.empty());
  }

  public Bed password(String user, String password) {
    passwords.put(user, password);
    return this;
  }

  public Bed tunnelSecret(String host, String secret) {
    tunnelSecrets.put(host, secret);
    return this;
  }

  @Override
  public Optional<Secret> password(Server server) {
    return Optional.ofNullable(passwords.get(server.user()))
        .map(text -> new Secret(text.toCharArray()));
  }

  @Override
  public Optional<Secret> tunnel(Server server) {
    return server
        .tunnel()
        .map(tunnel -> tunnelSecrets.get(tunnel.host()))
        .map(text -> new Secret(text.toCharArray()));
  }

  /// All columns of a row.
  public static Map<String, String> map(Row row) {
    var values = new LinkedHashMap<String, String>();
    row.columns().forEach(name -> row.text(name).ifPresent(text -> values.put(name, text)));
    return values;
  }

  public static Map<Long, Map<String, String>> byId(List<Map<String, String>> rows) {
    var byId = new HashMap<Long, Map<String, String>>();
    rows.forEach(row -> byId.put(Long.parseLong(row.getOrDefault("id", "-1")), row));
    return byId;
  }

  public static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  public static long id(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT CONNECTION_ID()")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /// Asks the server, so that a dead connection is noticed.
  public static long askedId(Session session) {
    return session.query("SELECT CONNECTION_ID() AS id", row -> row.number("id", 0)).getFirst();
  }

  /// Waits until it holds; ten seconds at most.
  public static void await(String what, BooleanSupplier holds) {
    long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("never: " + what);
      }
      // InnoDB renews its list of transactions only where nobody has read it for 100 ms.
      LockSupport.parkNanos(150_000_000);
    }
  }
}
