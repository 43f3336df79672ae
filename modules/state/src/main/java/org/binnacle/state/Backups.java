package org.binnacle.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Copies of the database file, made before each migration; the newest five are kept.
final class Backups {
  private static final int KEPT = 5;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
  private final StateFolder folder;

  Backups(StateFolder folder) {
    this.folder = folder;
  }

  /// Copies the closed database file; the copy's name says the version that it holds.
  Path take(int version, Instant now) throws IOException {
    StateFolder.make(folder.backups());
    Path copy =
        folder.backups().resolve("binnacle-" + TIME.format(now) + "-v" + version + ".mv.db");
    Files.copy(folder.databaseFile(), copy, StandardCopyOption.COPY_ATTRIBUTES);
    List<Path> all = all();
    for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
      Files.delete(old);
    }
    return copy;
  }

  /// Puts a copy back in the place of the database file, in one step.
  void restore(Path copy) throws IOException {
    Path fresh = folder.root().resolve("binnacle.restoring");
    Files.copy(
        copy, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(
        fresh,
        folder.databaseFile(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  Optional<Path> newest() throws IOException {
    return all().stream().findFirst();
  }

  /// Newest first: the names begin with the time.
  private List<Path> all() throws IOException {
    if (!Files.isDirectory(folder.backups())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.backups())) {
      return files
          .filter(file -> file.toString().endsWith(".mv.db"))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }
}
