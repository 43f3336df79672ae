package org.binnacle.state;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.binnacle.kernel.Fault;
import org.h2.Driver;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one database of the workstation. A window and commands may have it open at the same time:
/// the first process serves the others on the loopback (decision in the README).
///
/// All work is done on one thread of its own, in the order in which it was asked for. That also
/// keeps H2 away from interrupted threads: an interrupt during a read would close its file.
public final class StateDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StateDatabase.class);
  static final String USER = "binnacle";

  static {
    // Read by H2 once, when its classes load: without it the first process would serve the other
    // ones on every address of this machine.
    System.setProperty("h2.bindAddress", "127.0.0.1");
  }

  private final StateFolder folder;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("binnacle-state").daemon().factory());
  private Connection connection;

  /// Something to do with the database, in one transaction.
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private StateDatabase(StateFolder folder, Connection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  /// Opens the database, makes it where there is none, brings an older one up to date.
  ///
  /// @throws Fault with a code of {@link StateFaults}
  public static StateDatabase open(StateFolder folder) {
    return open(folder, Schema.shipped());
  }

  static StateDatabase open(StateFolder folder, Schema schema) {
    try {
      if (Files.exists(folder.databaseFile())) {
        Connection connection = connect(folder, true);
        int version = versionOf(connection, folder);
        if (version == schema.version()) {
          return new StateDatabase(folder, connection);
        }
        connection.close();
        if (version > schema.version()) {
          throw newer(folder, version, schema);
        }
      }
      new Migration(folder, schema).run();
      return new StateDatabase(folder, connect(folder, true));
    } catch (SQLException e) {
      throw fault(e, folder);
    }
  }

  /// Runs work and waits for it, also where the caller is interrupted (the interrupt is kept).
  <T> T call(Work<T> work) {
    Future<T> future = submit(work);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw Fault.of(Objects.requireNonNullElse(e.getCause(), e));
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Runs work some time soon; a failure goes to the log.
  void later(Work<?> work) {
    try {
      thread.execute(
          () -> {
            try {
              transaction(work);
            } catch (RuntimeException e) {
              LOG.warn("deferred write to the state failed", e);
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.warn("write to the state after it was closed", e);
    }
  }

  /// Puts what was committed on the disk, past the caches of H2 and the operating system.
  static void durable(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    }
  }

  private <T> Future<T> submit(Work<T> work) {
    try {
      return thread.submit(() -> transaction(work));
    } catch (RejectedExecutionException e) {
      throw new Fault(StateFaults.CLOSED, folder.root().toString(), e);
    }
  }

  private <T> T transaction(Work<T> work) {
    try {
      T value;
      try {
        value = work.on(connection);
      } catch (SQLException e) {
        if (!lost(e)) {
          throw e;
        }
        // The process that served the database has ended and its sessions were rolled back:
        // nothing of this work was kept, so it is safe to do it again.
        LOG.info("the process that served the state has ended; opening it here");
        connection = connect(folder, true);
        value = work.on(connection);
      }
      connection.commit();
      return value;
    } catch (SQLException e) {
      rollback(e);
      throw fault(e, folder);
    } catch (RuntimeException | Error e) {
      rollback(e);
      throw e;
    }
  }

  private void rollback(Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private static boolean lost(SQLException e) {
    return switch (e.getErrorCode()) {
      case ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN ->
          true;
      default -> false;
    };
  }

  /// @param shared whether other processes may have it open too
  static Connection connect(StateFolder folder, boolean shared) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", "");
    // Asked directly: DriverManager would load every driver of the class path.
    Connection connection = new Driver().connect(url(folder, shared), properties);
    if (connection == null) {
      throw new Fault(StateFaults.FOLDER, folder.root().toString());
    }
    connection.setAutoCommit(false);
    return connection;
  }

  static String url(StateFolder folder, boolean shared) {
    String path = folder.database().toString().replace('\\', '/');
    if (path.indexOf(';') >= 0) {
      throw new Fault(StateFaults.FOLDER, "a semicolon in " + folder.root());
    }
    return "jdbc:h2:file:" + path + ";LOCK_TIMEOUT=5000" + (shared ? ";AUTO_SERVER=TRUE" : "");
  }

  static Fault newer(StateFolder folder, int version, Schema schema) {
    return new Fault(
        StateFaults.NEWER,
        folder.databaseFile() + " has schema " + version + ", this one knows " + schema.version());
  }

  private static int versionOf(Connection connection, StateFolder folder) throws SQLException {
    try {
      return Schema.versionOf(connection);
    } catch (SQLException e) {
      connection.close();
      throw fault(e, folder);
    }
  }

  static Fault fault(SQLException e, StateFolder folder) {
    String words = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return switch (e.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
          new Fault(StateFaults.IN_USE, folder.databaseFile().toString(), e);
      case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.GENERAL_ERROR_1 ->
          new Fault(StateFaults.CORRUPT, folder.databaseFile() + "; " + newest(folder), e);
      default -> new Fault(StateFaults.DATABASE, words, e);
    };
  }

  private static String newest(StateFolder folder) {
    try {
      return new Backups(folder)
          .newest()
          .map(file -> "newest backup: " + file)
          .orElse("there is no backup yet");
    } catch (IOException e) {
      return "the backups cannot be read: " + e.getMessage();
    }
  }

  /// Waits for deferred writes, then closes.
  @Override
  public void close() {
    thread.shutdown();
    boolean interrupted = false;
    while (true) {
      try {
        if (thread.awaitTermination(30, TimeUnit.SECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("closing the state failed", e);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Reads all rows of a query.
  static <T> List<T> rows(ResultSet rows, Reader<T> reader) throws SQLException {
    var all = new ArrayList<T>();
    while (rows.next()) {
      all.add(reader.read(rows));
    }
    return all;
  }

  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
