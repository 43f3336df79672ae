package org.binnacle.testkit.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.Installation;

/// A server of a Debian release, unpacked with all its libraries down to the C library and run
/// through its own loader, so that it runs on any Linux with apt. The packages come from the mirror
/// that the machine itself uses.
final class DebianBuild {
  private static final Pattern VERSION = Pattern.compile("Ver (\\d+\\.\\d+\\.\\d+)");
  private static final Path KEYRING = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");

  private final Host host;
  private final Cache cache;
  private final Distribution distribution;
  private final String suite;
  private final List<String> packages;
  private final String program;

  private DebianBuild(
      Host host,
      Cache cache,
      Distribution distribution,
      String suite,
      List<String> packages,
      String program) {
    this.host = host;
    this.cache = cache;
    this.distribution = distribution;
    this.suite = suite;
    this.packages = packages;
    this.program = program;
  }

  /// Debian's unstable release moves: the version is what it holds on the day of the fetch.
  static DebianBuild mysql9(Host host, Cache cache) {
    return new DebianBuild(
        host,
        cache,
        Distribution.MYSQL_9,
        "sid",
        List.of("mysql-server-core", "mysql-client-core"),
        "mysqld");
  }

  static DebianBuild mariadb1011(Host host, Cache cache) {
    return new DebianBuild(
        host,
        cache,
        Distribution.MARIADB_10_11,
        "bookworm",
        List.of("mariadb-server-core", "mariadb-client-core"),
        "mariadbd");
  }

  Installation get(Progress progress, Cancel cancel) {
    if (!host.linux() || !Apt.present(host) || !Files.exists(KEYRING)) {
      throw new Fault(
          FetchFaults.PLATFORM,
          distribution + " comes from Debian packages, which " + host.describe() + " cannot read");
    }
    Path home =
        cache.entry(
            "servers/" + distribution.name().toLowerCase(java.util.Locale.ROOT) + "-debian",
            folder -> fill(folder, progress, cancel),
            progress,
            cancel);
    try {
      String version = Files.readString(home.resolve("version")).strip();
      return installation(home, version);
    } catch (IOException e) {
      throw new Fault(FetchFaults.CACHE, home + ": " + e, e);
    }
  }

  private void fill(Path folder, Progress progress, Cancel cancel) throws IOException {
    Cache.delete(folder);
    Files.createDirectories(folder);
    Path work =
        Files.createTempDirectory(Files.createDirectories(cache.root().resolve("tmp")), "apt");
    try {
      var apt = new Apt(work);
      String sources =
          "deb [signed-by=" + KEYRING + "] " + mirror(work, cancel) + " " + suite + " main\n";
      apt.ownLists(sources, progress, cancel);
      progress.at("Downloading " + packages.getFirst() + " from Debian " + suite, 0, -1);
      apt.downloadAll(packages, cancel);
      apt.unpack(folder.resolve("root"), cancel);
    } finally {
      Cache.delete(work);
    }
    for (String dispensable : List.of("usr/share/doc", "usr/share/man", "usr/share/locale")) {
      Cache.delete(folder.resolve("root").resolve(dispensable));
    }
    Files.writeString(folder.resolve("version"), version(folder, cancel));
  }

  private String version(Path folder, Cancel cancel) throws IOException {
    var command = new ArrayList<>(installation(folder, "").command());
    command.add("--version");
    Tool run = Tool.run(command, folder, Map.of(), Duration.ofSeconds(30), cancel);
    Matcher matcher = VERSION.matcher(run.output());
    if (run.failed() || !matcher.find()) {
      throw new Fault(FetchFaults.PLATFORM, program + " --version: " + run.tail());
    }
    String expected = distribution == Distribution.MYSQL_9 ? "9." : "10.11.";
    if (!matcher.group(1).startsWith(expected)) {
      throw new Fault(
          FetchFaults.PLATFORM, "Debian " + suite + " has " + matcher.group(1) + " now");
    }
    return matcher.group(1);
  }

  private Installation installation(Path home, String version) throws IOException {
    Path root = home.resolve("root");
    Path loader = find(root, host.x86() ? "ld-linux-x86-64.so.2" : "ld-linux-aarch64.so.1");
    String triple = host.x86() ? "x86_64-linux-gnu" : "aarch64-linux-gnu";
    String libraries =
        root.resolve("usr/lib").resolve(triple)
            + ":"
            + root.resolve("lib").resolve(triple)
            + ":"
            + root.resolve("usr/lib/mysql/private");
    Path messages = find(root, "errmsg.sys").resolve("../..").normalize();
    return new Installation(
        distribution,
        version,
        home,
        List.of(
            loader.toString(),
            "--library-path",
            libraries,
            root.resolve("usr/sbin").resolve(program).toString(),
            "--no-defaults",
            "--basedir=" + root.resolve("usr"),
            "--plugin-dir=" + root.resolve("usr/lib/mysql/plugin"),
            "--lc-messages-dir=" + messages,
            "--character-sets-dir=" + messages.resolve("charsets")),
        Map.of());
  }

  private static Path find(Path root, String name) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !Files.isSymbolicLink(file))
          .filter(file -> file.getFileName().toString().equals(name))
          .sorted()
          .findFirst()
          .orElseThrow(() -> new Fault(FetchFaults.PLATFORM, name + " is not in the packages"));
    }
  }

  /// The Debian mirror of the machine, as apt knows it.
  private static String mirror(Path work, Cancel cancel) {
    Tool run =
        Tool.run(
            List.of(
                "apt-get",
                "indextargets",
                "--format",
                "$(ORIGIN) $(REPO_URI) $(CODENAME)",
                "Created-By: Packages"),
            work,
            Map.of("LC_ALL", "C.UTF-8"),
            Duration.ofSeconds(30),
            cancel);
    return run.output()
        .lines()
        .map(line -> line.split(" "))
        .filter(parts -> parts.length == 3 && parts[0].equals("Debian"))
        .filter(parts -> !parts[1].contains("security") && !parts[2].contains("-"))
        .map(parts -> parts[1])
        .findFirst()
        .orElseThrow(
            () -> new Fault(FetchFaults.PLATFORM, "apt on this machine knows no Debian mirror"));
  }
}
