import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.jar.JarFile;

/// Folders and files of the making of packages.
final class Disk {
  private Disk() {}

  /// Copies the native libraries of a jar's folder.
  static void unpack(Path jar, String folder, Path to) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      for (var entry : file.stream().toList()) {
        String name = entry.getName();
        if (name.startsWith(folder)
            && name.indexOf('/', folder.length()) < 0
            && name.matches(".*\\.(so|dylib|jnilib|dll)")) {
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(
                in,
                to.resolve(name.substring(folder.length())),
                StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  static long size(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
