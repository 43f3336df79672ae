package org.binnacle.testkit.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;

/// Brings the system libraries that a server program misses on a Linux machine: asks the loader
/// itself what is missing, and lays the library of the Debian package beside the server.
final class Libraries {
  private static final Pattern MISSING =
      Pattern.compile("error while loading shared libraries: ([^:\\s]+):");

  /// The packages that hold a library, older and newer name.
  private static final Map<String, List<String>> PACKAGES =
      Map.of(
          "libaio.so.1", List.of("libaio1", "libaio1t64"),
          "libnuma.so.1", List.of("libnuma1"),
          "libatomic.so.1", List.of("libatomic1"),
          "libcrypt.so.1", List.of("libcrypt1"),
          "libsystemd.so.0", List.of("libsystemd0"),
          "liburing.so.2", List.of("liburing2"),
          "libpcre2-8.so.0", List.of("libpcre2-8-0"),
          "libsnappy.so.1", List.of("libsnappy1v5"),
          "libncurses.so.6", List.of("libncurses6"),
          "libtinfo.so.6", List.of("libtinfo6"));

  private final Host host;
  private final Cache cache;

  Libraries(Host host, Cache cache) {
    this.host = host;
    this.cache = cache;
  }

  /// Runs the program until the loader misses nothing more.
  ///
  /// @param folder where the program looks for libraries: its RUNPATH, or the LD_LIBRARY_PATH that
  ///   it will be started with
  void complete(Path program, Path folder, Progress progress, Cancel cancel) throws IOException {
    Files.createDirectories(folder);
    for (int round = 0; round < 12; round++) {
      Tool run =
          Tool.run(
              List.of(program.toString(), "--no-defaults", "--version"),
              folder,
              Map.of("LD_LIBRARY_PATH", folder.toString()),
              Duration.ofSeconds(30),
              cancel);
      Matcher missing = MISSING.matcher(run.output());
      if (!missing.find()) {
        if (run.failed()) {
          throw new Fault(
              FetchFaults.PLATFORM, program.getFileName() + " --version: " + run.tail());
        }
        return;
      }
      String library = missing.group(1);
      if (Files.exists(folder.resolve(library))) {
        throw new Fault(FetchFaults.LIBRARY, library + " does not load: " + run.tail());
      }
      bring(library, folder, progress, cancel);
    }
  }

  private void bring(String library, Path folder, Progress progress, Cancel cancel)
      throws IOException {
    List<String> packages = PACKAGES.getOrDefault(library, List.of());
    if (packages.isEmpty() || !Apt.present(host)) {
      throw new Fault(FetchFaults.LIBRARY, told(library, packages));
    }
    progress.at("Bringing " + library, 0, -1);
    Fault last = null;
    for (boolean ownLists : new boolean[] {false, true}) {
      for (String name : packages) {
        try {
          if (fetch(name, ownLists, library, folder, progress, cancel)) {
            return;
          }
        } catch (Fault e) {
          if (e.code().equals(Fault.CANCELLED)) {
            throw e;
          }
          last = e;
        }
      }
    }
    throw new Fault(FetchFaults.LIBRARY, told(library, packages), last);
  }

  private boolean fetch(
      String name, boolean ownLists, String library, Path folder, Progress progress, Cancel cancel)
      throws IOException {
    Path work = Files.createDirectories(cache.root().resolve("tmp"));
    work = Files.createTempDirectory(work, "apt");
    try {
      var apt = new Apt(work);
      if (ownLists) {
        apt.ownLists("", progress, cancel);
      }
      apt.download(List.of(name), cancel);
      apt.unpack(work.resolve("root"), cancel);
      Optional<Path> found = find(work.resolve("root"), library);
      if (found.isEmpty()) {
        return false;
      }
      Files.copy(
          found.get().toRealPath(), folder.resolve(library), StandardCopyOption.REPLACE_EXISTING);
      return true;
    } finally {
      Cache.delete(work);
    }
  }

  /// Newer Debians call libaio.so.1 libaio.so.1t64; on 64-bit machines it is the same.
  private static Optional<Path> find(Path root, String library) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(
              file ->
                  file.getFileName().toString().equals(library)
                      || file.getFileName().toString().equals(library + "t64"))
          .findFirst();
    }
  }

  private static String told(String library, List<String> packages) {
    return packages.isEmpty()
        ? library
        : library + " (package " + String.join(" or ", packages) + ")";
  }
}
