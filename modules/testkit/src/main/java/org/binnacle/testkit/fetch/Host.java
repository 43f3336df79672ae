package org.binnacle.testkit.fetch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The machine and account that we run on, as a value, so that tests can describe others.
///
/// @param environment environment variables
/// @param home the user's home folder
/// @param os as the system property `os.name`
/// @param arch as the system property `os.arch`
public record Host(Map<String, String> environment, Path home, String os, String arch) {

  public Host {
    environment = Map.copyOf(environment);
  }

  public static Host here() {
    return new Host(
        System.getenv(),
        Path.of(System.getProperty("user.home")),
        System.getProperty("os.name"),
        System.getProperty("os.arch"));
  }

  /// An environment variable that is set and not blank.
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  public boolean linux() {
    return os.toLowerCase(Locale.ROOT).startsWith("linux");
  }

  public boolean mac() {
    return os.toLowerCase(Locale.ROOT).startsWith("mac");
  }

  public boolean windows() {
    return os.toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /// Whether we are the all-powerful user of a Unix system, as whom a server wants to be told so.
  public boolean root() {
    return !windows() && "root".equals(System.getProperty("user.name"));
  }

  public boolean x86() {
    return arch.equals("amd64") || arch.equals("x86_64");
  }

  public boolean arm() {
    return arch.equals("aarch64") || arch.equals("arm64");
  }

  /// A program on the PATH, with symbolic links resolved.
  public Optional<Path> program(String name) {
    return Stream.of(variable("PATH").orElse("").split(java.io.File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".cmd")))
        .filter(Files::isRegularFile)
        .filter(file -> windows() || Files.isExecutable(file))
        .findFirst();
  }

  /// Such as `linux amd64`, for messages.
  public String describe() {
    return os + " " + arch;
  }
}
