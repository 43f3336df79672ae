package org.binnacle.app.house;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.FaultCode;

/// Where everything that Binnacle remembers lies.
public final class StateFolder {
  /// It cannot be made or written.
  public static final FaultCode UNUSABLE = FaultCode.server("cli.state-folder");

  private StateFolder() {}

  /// The folder: as asked for, else BINNACLE_STATE, else the platform's own place.
  public static Path of(Optional<Path> asked, Map<String, String> environment) {
    return asked
        .or(() -> set(environment, "BINNACLE_STATE"))
        .orElseGet(() -> ofPlatform(System.getProperty("os.name", ""), home(), environment))
        .toAbsolutePath()
        .normalize();
  }

  /// Windows: local application data; macOS: Application Support; elsewhere the XDG data folder.
  static Path ofPlatform(String system, Path home, Map<String, String> environment) {
    if (system.startsWith("Windows")) {
      return set(environment, "LOCALAPPDATA")
          .orElseGet(() -> home.resolve("AppData/Local"))
          .resolve("Binnacle");
    }
    if (system.startsWith("Mac")) {
      return home.resolve("Library/Application Support/Binnacle");
    }
    return set(environment, "XDG_DATA_HOME")
        .filter(Path::isAbsolute)
        .orElseGet(() -> home.resolve(".local/share"))
        .resolve("binnacle");
  }

  /// The fleet that `binnacle demo` starts has a state folder of its own beside the real one.
  public static Path ofDemo(Path real) {
    return real.resolveSibling(real.getFileName() + "-demo");
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home", "."));
  }

  private static Optional<Path> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank()).map(Path::of);
  }
}
