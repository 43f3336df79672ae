package org.binnacle.app.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The composition root: every engine, wired by hand. A part is opened when it is first asked for
/// and closed in reverse, so that a command pays for what it uses.
public final class House implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(House.class);

  private final Path folder;
  private final Secrets asking;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  private House(Path folder, Secrets asking) {
    this.folder = folder;
    this.asking = asking;
  }

  /// Takes possession of the state folder, made where it is not there, for this user only.
  ///
  /// @param asking where a password comes from that the vault does not know
  /// @param debug log more
  public static House open(Path folder, Secrets asking, boolean debug) {
    try {
      Files.createDirectories(folder.resolve("logs"));
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new Fault(StateFolder.UNUSABLE, folder + ": " + e.getMessage(), e);
    }
    Logs.into(folder.resolve("logs"), debug);
    var house = new House(folder, asking);
    house.opened.push(Logs::close);
    return house;
  }

  public Path folder() {
    return folder;
  }

  Secrets asking() {
    return asking;
  }

  /// Closes what was opened, the last first; each even where another fails.
  @Override
  public synchronized void close() {
    while (!opened.isEmpty()) {
      AutoCloseable part = opened.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.error("closing {}", part, e);
      }
    }
  }
}
