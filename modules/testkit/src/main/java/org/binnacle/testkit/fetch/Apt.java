package org.binnacle.testkit.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;

/// Debian packages unpacked into a folder, without root and without touching the system: apt keeps
/// its state below a folder of ours.
final class Apt {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Path work;
  private final List<String> options = new ArrayList<>();

  /// @param work a folder for apt's state and the downloads; the caller deletes it
  Apt(Path work) {
    this.work = work;
    options.addAll(
        List.of(
            "-q",
            "-o",
            "APT::Sandbox::User=root",
            "-o",
            "Acquire::Languages=none",
            "-o",
            "Acquire::Check-Valid-Until=false",
            "-o",
            "Acquire::Retries=3",
            "-o",
            "Dir::Cache=" + work.resolve("cache")));
  }

  static boolean present(Host host) {
    return host.program("apt-get").isPresent() && host.program("dpkg").isPresent();
  }

  /// Gives apt lists of its own instead of the system's.
  ///
  /// @param sources text of a sources.list, or empty for the system's sources
  void ownLists(String sources, Progress progress, Cancel cancel) throws IOException {
    Files.createDirectories(work.resolve("lists/partial"));
    Files.createDirectories(work.resolve("etc/parts"));
    Files.createFile(work.resolve("status"));
    options.addAll(
        List.of(
            "-o", "Dir::State=" + work,
            "-o", "Dir::State::lists=" + work.resolve("lists"),
            "-o", "Acquire::GzipIndexes=true"));
    if (!sources.isEmpty()) {
      Files.writeString(work.resolve("etc/sources.list"), sources);
      options.addAll(
          List.of(
              "-o", "Dir::State::status=" + work.resolve("status"),
              "-o", "Dir::Etc::sourcelist=" + work.resolve("etc/sources.list"),
              "-o", "Dir::Etc::sourceparts=" + work.resolve("etc/parts")));
    }
    progress.at("Reading the Debian package lists", 0, -1);
    get(List.of("update"), cancel);
  }

  /// Downloads exactly these packages.
  void download(List<String> packages, Cancel cancel) throws IOException {
    var command = new ArrayList<>(List.of("download"));
    command.addAll(packages);
    get(command, cancel);
  }

  /// Downloads these packages and all that they need; only after {@link #ownLists}, whose empty
  /// status file makes apt think that nothing is installed.
  void downloadAll(List<String> packages, Cancel cancel) throws IOException {
    var command = new ArrayList<>(List.of("install", "-y", "-d", "--no-install-recommends"));
    command.addAll(packages);
    get(command, cancel);
  }

  private void get(List<String> words, Cancel cancel) throws IOException {
    Files.createDirectories(work.resolve("cache/archives/partial"));
    var command = new ArrayList<>(List.of("apt-get"));
    command.addAll(options);
    command.addAll(words);
    Tool run =
        Tool.run(
            command,
            work,
            Map.of("DEBIAN_FRONTEND", "noninteractive", "LC_ALL", "C.UTF-8"),
            LIMIT,
            cancel);
    if (run.failed()) {
      throw new Fault(FetchFaults.TOOL, "apt-get " + words.getFirst() + ": " + run.tail());
    }
  }

  /// Unpacks all that was downloaded into the folder.
  void unpack(Path root, Cancel cancel) throws IOException {
    Files.createDirectories(root);
    List<Path> packages;
    try (Stream<Path> here = Files.list(work);
        Stream<Path> archives = Files.list(work.resolve("cache/archives"))) {
      packages =
          Stream.concat(here, archives).filter(file -> file.toString().endsWith(".deb")).toList();
    }
    for (Path file : packages) {
      var command = List.of("dpkg", "-x", file.toString(), root.toString());
      Tool run = Tool.run(command, work, Map.of(), LIMIT, cancel);
      if (run.failed()) {
        throw new Fault(FetchFaults.TOOL, "dpkg -x " + file.getFileName() + ": " + run.tail());
      }
    }
  }
}
