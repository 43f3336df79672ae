package org.binnacle.testkit.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.fetch.Cache;

/// A started server with its folder, its watch and its shutdown hook.
final class ServerProcess implements RunningServer {
  private final Distribution distribution;
  private final String version;
  private final int port;
  private final Path folder;
  private final Process process;
  private final ParentWatch watch;
  private final Thread hook = new Thread(this::end, "server-end");
  private final AtomicBoolean closed = new AtomicBoolean();

  ServerProcess(
      Distribution distribution,
      String version,
      int port,
      Path folder,
      Process process,
      ParentWatch watch) {
    this.distribution = distribution;
    this.version = version;
    this.port = port;
    this.folder = folder;
    this.process = process;
    this.watch = watch;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  static Connection connect(int port) throws SQLException {
    var properties = new Properties();
    properties.put("user", Accounts.USER);
    properties.put("password", Accounts.PASSWORD);
    properties.put("sslMode", "DISABLED");
    properties.put("allowPublicKeyRetrieval", "true");
    properties.put("connectTimeout", "5000");
    properties.put("socketTimeout", "300000");
    properties.put("jdbcCompliantTruncation", "false");
    properties.put("useLocalSessionState", "true");
    properties.put("connectionAttributes", "program_name:testkit");
    return DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port + "/", properties);
  }

  @Override
  public Distribution distribution() {
    return distribution;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public String host() {
    return "127.0.0.1";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String user() {
    return Accounts.USER;
  }

  @Override
  public String password() {
    return Accounts.PASSWORD;
  }

  @Override
  public Path dataDir() {
    return folder.resolve("data");
  }

  @Override
  public Path errorLog() {
    return folder.resolve("error.log");
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public Connection connect() throws SQLException {
    return connect(port);
  }

  /// Ends the server cleanly, so that its data folder is whole.
  void shutDown() throws SQLException {
    try (Connection connection = connect();
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL innodb_fast_shutdown = 0");
      statement.execute("SHUTDOWN");
    }
    try {
      if (!process.waitFor(60, java.util.concurrent.TimeUnit.SECONDS)) {
        throw new org.binnacle.kernel.Fault(ServerFaults.INIT, "the server does not shut down");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new org.binnacle.kernel.Fault(
          org.binnacle.kernel.Fault.CANCELLED, "interrupted while a server shut down", e);
    }
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM ends already; the hook finds it closed
    }
  }

  private void end() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    stop(process);
    watch.close();
    try {
      Cache.delete(folder);
    } catch (IOException e) {
      // a file that another program holds open; the folder is a throw-away
      folder.toFile().deleteOnExit();
    }
  }

  /// A clean stop of a source waits for its replicas (12 s); nothing here is worth that.
  static void stop(Process process) {
    process.destroyForcibly();
    boolean interrupted = false;
    while (true) {
      try {
        process.waitFor();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
