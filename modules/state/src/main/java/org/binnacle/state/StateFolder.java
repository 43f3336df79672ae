package org.binnacle.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Fault;

/// Where this workstation's memory lies. Others may not look into it: it is made with mode 0700
/// where the file system knows modes, and lies inside the user's own profile elsewhere.
public final class StateFolder {
  private final Path root;

  private StateFolder(Path root) {
    this.root = root;
  }

  /// The folder that the command line names, else `BINNACLE_STATE`, else the platform's own place.
  ///
  /// @param named the value of `--state`
  /// @throws Fault with {@link StateFaults#FOLDER} where it cannot be made
  public static StateFolder open(Optional<Path> named, Map<String, String> environment) {
    return at(path(named, environment));
  }

  /// Where {@link #open} would make it; makes nothing.
  public static Path path(Optional<Path> named, Map<String, String> environment) {
    String variable = environment.getOrDefault("BINNACLE_STATE", "");
    return named.orElseGet(
        () ->
            variable.isBlank()
                ? usual(
                    System.getProperty("os.name", ""),
                    Path.of(System.getProperty("user.home", ".")),
                    environment)
                : Path.of(variable));
  }

  /// Makes the folder where it is missing.
  public static StateFolder at(Path root) {
    Path whole = root.toAbsolutePath().normalize();
    try {
      make(whole);
    } catch (IOException e) {
      throw new Fault(StateFaults.FOLDER, String.valueOf(e.getMessage()), e);
    }
    return new StateFolder(whole);
  }

  static Path usual(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support/Binnacle");
    }
    if (name.startsWith("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      return (local.isEmpty() ? home.resolve("AppData/Local") : Path.of(local)).resolve("Binnacle");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    // The XDG specification: a relative path is invalid and must be ignored.
    return (data.startsWith("/") ? Path.of(data) : home.resolve(".local/share"))
        .resolve("binnacle");
  }

  public Path root() {
    return root;
  }

  /// H2 adds `.mv.db`.
  Path database() {
    return root.resolve("binnacle");
  }

  Path databaseFile() {
    return root.resolve("binnacle.mv.db");
  }

  Path backups() {
    return root.resolve("backups");
  }

  /// The encrypted file of passwords.
  public Path vault() {
    return root.resolve("vault");
  }

  /// Where log files go.
  public Path logs() {
    return root.resolve("logs");
  }

  /// Makes a folder with mode 0700 where modes are known.
  static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }
}
