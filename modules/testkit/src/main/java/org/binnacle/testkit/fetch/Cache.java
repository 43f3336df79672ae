package org.binnacle.testkit.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.locks.LockSupport;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.jspecify.annotations.Nullable;

/// A folder outside any clone that keeps what was made once: unpacked server builds and initialised
/// data folders. An entry is there whole or not at all, also between processes.
public final class Cache {
  private static final long POLL_NS = 200_000_000;

  private final Path root;

  public Cache(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /// `BINNACLE_CACHE`, else the platform's own place for caches.
  public static Cache of(Host host) {
    return new Cache(host.variable("BINNACLE_CACHE").map(Path::of).orElseGet(() -> standard(host)));
  }

  private static Path standard(Host host) {
    if (host.mac()) {
      return host.home().resolve("Library/Caches/binnacle");
    }
    if (host.windows()) {
      return host.variable("LOCALAPPDATA")
          .map(Path::of)
          .orElse(host.home().resolve("AppData/Local"))
          .resolve("binnacle/cache");
    }
    return host.variable("XDG_CACHE_HOME")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(host.home().resolve(".cache"))
        .resolve("binnacle");
  }

  public Path root() {
    return root;
  }

  /// Fills a folder. It may find there what an interrupted run of the same filler left.
  @FunctionalInterface
  public interface Filler {
    void fill(Path folder) throws IOException;
  }

  /// The folder of an entry; made by the filler where it is not there yet. Two processes never make
  /// the same entry at once: the second waits and finds it made.
  ///
  /// @param name relative, such as `servers/mysql-8.0.33`; names another content when the content
  ///   changes
  public Path entry(String name, Filler filler, Progress progress, Cancel cancel) {
    Path made = root.resolve(name);
    if (Files.isDirectory(made)) {
      return made;
    }
    Path part = made.resolveSibling(made.getFileName() + ".part");
    try {
      Files.createDirectories(made.getParent());
      Path lockFile = made.resolveSibling(made.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(channel, made, progress, cancel)) {
        if (lock.isValid() && !Files.isDirectory(made)) {
          Files.createDirectories(part);
          filler.fill(part);
          Files.move(part, made, StandardCopyOption.ATOMIC_MOVE);
        }
      }
      return made;
    } catch (IOException e) {
      throw new Fault(FetchFaults.CACHE, root + ": " + e, e);
    }
  }

  private static FileLock lock(FileChannel channel, Path made, Progress progress, Cancel cancel)
      throws IOException {
    while (true) {
      cancel.check();
      FileLock lock = tryLock(channel);
      if (lock != null) {
        return lock;
      }
      progress.at("Waiting for another process that makes " + made.getFileName(), 0, -1);
      LockSupport.parkNanos(POLL_NS);
      if (Thread.currentThread().isInterrupted()) {
        throw new Fault(Fault.CANCELLED, "interrupted while waiting for " + made.getFileName());
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another thread of this process makes it
    }
  }

  /// Deletes a folder with all that is in it; a missing one is no error.
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // gone meanwhile
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
              throws IOException {
            Files.deleteIfExists(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
