package org.binnacle.testkit.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.testkit.Installation;
import org.binnacle.testkit.fetch.Cache;
import org.binnacle.testkit.fetch.Host;

/// Initialised data folders, made once a build and copied for each server.
public final class Templates {
  private static final Set<String> NOT_COPIED =
      Set.of("auto.cnf", "mysqld.sock", "mysqld.sock.lock", "mysqld.pid");

  private final Cache cache;
  private final Host host;

  public Templates(Cache cache, Host host) {
    this.cache = cache;
    this.host = host;
  }

  /// The data folder of a fresh server with the one account of {@link Accounts}.
  public Path plain(Installation installation, Progress progress, Cancel cancel) {
    var init = new Initialising(installation, host);
    return cache.entry(
        "templates/" + installation.home().getFileName() + "-" + sum(init.recipe()),
        folder -> {
          progress.at("Initialising " + installation.version(), 0, -1);
          Cache.delete(folder);
          init.into(folder, cancel);
        },
        progress,
        cancel);
  }

  /// A data folder that was worked on further, such as one with rows in it.
  ///
  /// @param recipe all that its content depends on; another text makes another template
  public Path made(
      String name, String recipe, Cache.Filler filler, Progress progress, Cancel cancel) {
    return cache.entry(
        "templates/" + name + "-" + sum(List.of(recipe)),
        folder -> {
          Cache.delete(folder);
          filler.fill(folder);
        },
        progress,
        cancel);
  }

  private static String sum(List<String> recipe) {
    var crc = new CRC32();
    crc.update(String.join("\n", new ArrayList<>(recipe)).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }

  /// Copies a data folder without what names one server: its UUID, socket and process id.
  public static void copy(Path template, Path target) {
    try {
      Files.createDirectories(target);
      Files.walkFileTree(
          template,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
                throws IOException {
              Files.createDirectories(target.resolve(template.relativize(dir)));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              if (!NOT_COPIED.contains(file.getFileName().toString())) {
                Files.copy(file, target.resolve(template.relativize(file)));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new Fault(ServerFaults.INIT, target + ": " + e, e);
    }
  }
}
