package org.binnacle.testkit.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.Installation;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.fetch.Cache;
import org.binnacle.testkit.fetch.Installations;

/// Starts servers. Safe for use by many threads.
public final class Servers {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int PORT_TRIES = 4;

  private final Installations installations;
  private final Templates templates;

  public Servers(Installations installations) {
    this.installations = installations;
    this.templates = new Templates(installations.cache(), installations.host());
  }

  /// Of this machine, with the user's cache.
  public static Servers here() {
    return new Servers(Installations.here());
  }

  public Installations installations() {
    return installations;
  }

  public Templates templates() {
    return templates;
  }

  /// A fresh server with nothing in it; fetched and initialised first where needed.
  public RunningServer start(
      Distribution distribution, Launch launch, Progress progress, Cancel cancel) {
    Installation installation = installations.get(distribution, progress, cancel);
    return start(
        installation, templates.plain(installation, progress, cancel), launch, progress, cancel);
  }

  /// A server on a copy of a data folder. It is up and can be connected to when this returns.
  public RunningServer start(
      Installation installation, Path template, Launch launch, Progress progress, Cancel cancel) {
    try {
      Path folder = folder(launch.folder());
      progress.at("Starting " + installation.version(), 0, -1);
      boolean up = false;
      try {
        Templates.copy(template, folder.resolve("data"));
        Files.createDirectories(folder.resolve("tmp"));
        RunningServer server = tryPorts(installation, folder, launch, cancel);
        up = true;
        return server;
      } finally {
        if (!up) {
          Cache.delete(folder);
        }
      }
    } catch (IOException e) {
      throw new Fault(ServerFaults.START, installation.version() + ": " + e, e);
    }
  }

  /// Works on the data of a server.
  @FunctionalInterface
  public interface Seeder {
    void seed(Connection connection) throws SQLException;
  }

  /// A data folder with rows in it, made once and kept in the cache. Its binary log is empty, so
  /// that copies of it can replicate from each other.
  ///
  /// @param recipe all that the content depends on
  public Path seeded(
      Installation installation,
      String name,
      String recipe,
      Seeder seeder,
      Progress progress,
      Cancel cancel) {
    Path plain = templates.plain(installation, progress, cancel);
    return templates.made(
        name,
        recipe + plain.getFileName(),
        target -> {
          progress.at("Filling " + name, 0, -1);
          // The last --skip-log-bin wins over our own --log-bin.
          var launch =
              Launch.plain()
                  .with("--skip-log-bin", "--gtid-mode=OFF", "--enforce-gtid-consistency=OFF");
          try (RunningServer server = start(installation, plain, launch, progress, cancel)) {
            try (Connection connection = server.connect()) {
              seeder.seed(connection);
            }
            ((ServerProcess) server).shutDown();
            Templates.copy(server.dataDir(), target);
          } catch (SQLException e) {
            throw new Fault(ServerFaults.INIT, name + ": " + e.getMessage(), e);
          }
        },
        progress,
        cancel);
  }

  private static Path folder(Optional<Path> wanted) throws IOException {
    if (wanted.isEmpty()) {
      return Files.createTempDirectory("binnacle-server-").toRealPath();
    }
    Path folder = Files.createDirectories(wanted.get().toAbsolutePath());
    Cache.delete(folder.resolve("data")); // of an earlier run that was killed
    return folder;
  }

  private RunningServer tryPorts(
      Installation installation, Path folder, Launch launch, Cancel cancel) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return run(installation, folder, freePort(), launch, cancel);
      } catch (Fault e) {
        // Another process may take the port between our look and the server's bind.
        if (attempt == PORT_TRIES || !e.detail().contains("in use")) {
          throw e;
        }
        Files.deleteIfExists(folder.resolve("error.log"));
      }
    }
  }

  private RunningServer run(
      Installation installation, Path folder, int port, Launch launch, Cancel cancel)
      throws IOException {
    var options = new ServerOptions(installation, installations.host());
    var command = new ArrayList<>(installation.command());
    command.addAll(options.start(port, folder, launch));
    Path console = folder.resolve("console.log");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(installation.environment());
    builder.redirectOutput(console.toFile());
    Process process = builder.start();
    ParentWatch watch = null;
    boolean up = false;
    try {
      watch = ParentWatch.over(process.pid(), folder, installations.host());
      String version = awaitUp(process, port, folder, cancel);
      var server =
          new ServerProcess(installation.distribution(), version, port, folder, process, watch);
      up = true;
      return server;
    } finally {
      if (!up) {
        ServerProcess.stop(process);
        if (watch != null) {
          watch.close();
        }
      }
    }
  }

  private static String awaitUp(Process process, int port, Path folder, Cancel cancel) {
    long until = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      cancel.check();
      try (Connection connection = ServerProcess.connect(port);
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT VERSION()")) {
        rows.next();
        return rows.getString(1);
      } catch (SQLException e) {
        boolean denied = "28000".equals(e.getSQLState());
        if (denied || !process.isAlive() || System.nanoTime() > until) {
          String words = ErrorLog.tail(folder.resolve("error.log"), folder.resolve("console.log"));
          throw new Fault(ServerFaults.START, words, e);
        }
      }
      LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new Fault(Fault.CANCELLED, "interrupted while a server started");
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
