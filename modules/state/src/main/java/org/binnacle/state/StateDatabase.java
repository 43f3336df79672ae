package org.binnacle.state;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.binnacle.kernel.Fault;
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
  private final StateFolder folder;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("binnacle-state").daemon().factory());
  private Connection connection;
  private final long openedNs = System.nanoTime();

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
        Dial.Opened opened = Dial.patiently(() -> Dial.opened(folder));
        if (opened.version() == schema.version()) {
          return new StateDatabase(folder, opened.connection());
        }
        opened.connection().close();
        if (opened.version() > schema.version()) {
          throw newer(folder, opened.version(), schema);
        }
      }
      new Migration(folder, schema).run();
      return new StateDatabase(folder, Dial.shared(folder));
    } catch (SQLException e) {
      throw fault(e, folder);
    }
  }

  /// As {@link #call}, and what was changed is on the disk when it returns: H2 itself would wait
  /// half a second, and a killed process would lose that.
  <T> T keep(Work<T> work) {
    return call(
        on -> {
          T value = work.on(on);
          on.commit();
          try (Statement statement = on.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
          }
          return value;
        });
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

  private <T> Future<T> submit(Work<T> work) {
    try {
      return thread.submit(() -> transaction(work));
    } catch (RejectedExecutionException e) {
      throw new Fault(StateFaults.CLOSED, folder.root().toString(), e);
    }
  }

  private <T> T transaction(Work<T> work) {
    try {
      T value = Dial.patiently(() -> attempt(work));
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

  private <T> T attempt(Work<T> work) throws SQLException {
    try {
      return work.on(connection);
    } catch (SQLException e) {
      if (Dial.lost(e)) {
        // The process that served the database has ended and its sessions were rolled back:
        // nothing of this work was kept, so it is safe to do it again.
        LOG.info("the process that served the state has ended; opening it anew");
        connection = Dial.shared(folder);
      }
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

  static Fault newer(StateFolder folder, int version, Schema schema) {
    return new Fault(
        StateFaults.NEWER,
        folder.databaseFile() + " has schema " + version + ", this one knows " + schema.version());
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

  /// Waits for deferred writes, then closes; after a long run with much free room in the file it is
  /// made short again.
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
      if (!Compaction.close(connection, Duration.ofNanos(System.nanoTime() - openedNs))) {
        connection.close();
      }
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
