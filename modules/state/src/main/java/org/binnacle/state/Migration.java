package org.binnacle.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the database up to date: alone, after a copy was made, and putting the copy back where
/// that fails.
final class Migration {
  private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
  private final StateFolder folder;
  private final Schema schema;
  private final Backups backups;

  Migration(StateFolder folder, Schema schema) {
    this.folder = folder;
    this.schema = schema;
    this.backups = new Backups(folder);
  }

  /// Two processes that start at once do it one after the other; the second finds it done.
  void run() throws SQLException {
    try (FileChannel channel =
            FileChannel.open(
                folder.root().resolve("binnacle.migrating"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && !done()) {
        migrate();
      }
    } catch (OverlappingFileLockException e) {
      throw new Fault(StateFaults.IN_USE, folder.databaseFile().toString(), e);
    } catch (IOException e) {
      throw new Fault(StateFaults.FOLDER, String.valueOf(e.getMessage()), e);
    }
  }

  private boolean done() throws SQLException {
    if (!Files.exists(folder.databaseFile())) {
      return false;
    }
    Dial.Opened opened = Dial.patiently(() -> Dial.opened(folder));
    opened.connection().close();
    return opened.version() == schema.version();
  }

  private void migrate() throws IOException, SQLException {
    Optional<Path> copy = Optional.empty();
    if (Files.exists(folder.databaseFile())) {
      int version;
      // Fails with IN_USE where another process has it open: its file must not be copied, nor its
      // tables changed under it.
      try (Connection alone = Dial.alone(folder)) {
        version = Schema.versionOf(alone);
      }
      copy = Optional.of(backups.take(version, Clock.systemUTC().instant()));
    }
    try {
      schema.migrate(Dial.url(folder, false), Dial.USER);
      LOG.info("state is at schema {}", schema.version());
    } catch (FlywayException e) {
      LOG.error("migration of the state failed", e);
      undo(copy);
      throw new Fault(StateFaults.MIGRATION, first(e), e);
    }
  }

  private void undo(Optional<Path> copy) throws IOException {
    if (copy.isPresent()) {
      backups.restore(copy.get());
    } else {
      Files.deleteIfExists(folder.databaseFile());
    }
  }

  private static String first(FlywayException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.matches("-+"))
        .findFirst()
        .orElse("");
  }
}
