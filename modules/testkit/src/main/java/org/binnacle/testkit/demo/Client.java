package org.binnacle.testkit.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.binnacle.testkit.RunningServer;
import org.jspecify.annotations.Nullable;

/// One connection of the traffic with its thread. Connects again when it is killed, as an
/// application with a pool would.
final class Client implements AutoCloseable {
  private final RunningServer server;
  private final String user;
  private final String program;
  private final Behaviour behaviour;
  private final Thread thread;
  private volatile @Nullable Connection open;
  private volatile boolean stopped;

  Client(RunningServer server, String user, String program, Behaviour behaviour) {
    this.server = server;
    this.user = user;
    this.program = program;
    this.behaviour = behaviour;
    this.thread = Thread.ofVirtual().name("demo-" + program).unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  private void work() {
    while (!stopped) {
      try (Connection connection = connect()) {
        open = connection;
        while (!stopped && connection.isValid(2)) {
          round(connection);
        }
      } catch (SQLException e) {
        if (!rest()) {
          return;
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /// A refused act is part of the show; a lost connection is found by the validity check.
  private void round(Connection connection) throws SQLException, InterruptedException {
    try {
      behaviour.act(connection);
    } catch (SQLException e) {
      if (!stopped && connection.isValid(2)) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      Behaviour.pause(Duration.ofMillis(300));
    }
  }

  private boolean rest() {
    try {
      Behaviour.pause(Duration.ofSeconds(1));
      return !stopped;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    properties.put("user", user);
    properties.put(
        "password", user.equals(server.user()) ? server.password() : ShopAccounts.PASSWORD);
    properties.put("sslMode", "DISABLED");
    properties.put("allowPublicKeyRetrieval", "true");
    properties.put("connectTimeout", "5000");
    properties.put("socketTimeout", "180000");
    properties.put("useLocalSessionState", "true");
    properties.put("connectionAttributes", "program_name:" + program);
    return DriverManager.getConnection(
        "jdbc:mysql://" + server.host() + ":" + server.port() + "/shop", properties);
  }

  /// Asks it to end without waiting.
  void ask() {
    stopped = true;
    Connection connection = open;
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        // the interrupt below ends it as well
      }
    }
    thread.interrupt();
  }

  @Override
  public void close() {
    ask();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
