package org.binnacle.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The real outputs in the test resources.
public final class Samples {

  /// One output: its server's folder, its file's name and its text.
  public record Sample(String server, String name, String text) {
    @Override
    public String toString() {
      return server + "/" + name;
    }

    /// Whether the server refused the statement instead of explaining it.
    public boolean refused() {
      return text.startsWith("ERROR ");
    }
  }

  private Samples() {}

  public static List<Sample> all() {
    try (Stream<Path> files = Files.walk(root())) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(file -> read(file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(String path) {
    return read(root().resolve(path)).text();
  }

  private static Sample read(Path file) {
    try {
      String server = String.valueOf(root().relativize(file).getName(0));
      return new Sample(server, String.valueOf(file.getFileName()), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      URI uri = Objects.requireNonNull(Samples.class.getResource("/plans")).toURI();
      return Path.of(uri);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
