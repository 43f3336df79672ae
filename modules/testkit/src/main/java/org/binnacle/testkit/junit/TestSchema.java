package org.binnacle.testkit.junit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.binnacle.testkit.RunningServer;

/// A schema of one test: made with it, dropped with it.
public final class TestSchema implements AutoCloseable {
  private final RunningServer server;
  private final String name;

  private TestSchema(RunningServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /// Makes an empty schema with a name of its own, such as `t_1f3a9c2e`.
  public static TestSchema on(RunningServer server) throws SQLException {
    var schema = new TestSchema(server, "t_" + UUID.randomUUID().toString().substring(0, 8));
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + schema.name + " CHARACTER SET utf8mb4");
    }
    return schema;
  }

  public String name() {
    return name;
  }

  public RunningServer server() {
    return server;
  }

  /// A connection of the all-powerful account with this schema as its default.
  public Connection connect() throws SQLException {
    Connection connection = server.connect();
    connection.setCatalog(name);
    return connection;
  }

  /// Runs statements one after the other on a connection of their own.
  public void run(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /// Drops the schema. Threads that still hold locks in it must be closed before.
  @Override
  public void close() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION lock_wait_timeout = 10");
      statement.execute("DROP DATABASE IF EXISTS " + name);
    }
  }
}
