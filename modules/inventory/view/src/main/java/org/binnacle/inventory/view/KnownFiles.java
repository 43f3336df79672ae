package org.binnacle.inventory.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.binnacle.inventory.exchange.FileKind;

/// Where other programs keep their connections, on each system.
final class KnownFiles {

  record Found(FileKind kind, Path path, String words) {}

  private KnownFiles() {}

  /// Those that are there; looks at the disk.
  static List<Found> in(Path home) {
    var found = new ArrayList<Found>();
    add(found, FileKind.MY_CNF, home.resolve(".my.cnf"), "MySQL client options");
    add(found, FileKind.LOGIN_PATH, home.resolve(".mylogin.cnf"), "MySQL login paths");
    Path roaming = home.resolve("AppData").resolve("Roaming");
    add(found, FileKind.LOGIN_PATH, roaming.resolve("MySQL/.mylogin.cnf"), "MySQL login paths");
    for (Path base :
        List.of(
            home.resolve(".mysql/workbench"),
            home.resolve("Library/Application Support/MySQL/Workbench"),
            roaming.resolve("MySQL/Workbench"))) {
      add(found, FileKind.WORKBENCH, base.resolve("connections.xml"), "MySQL Workbench");
    }
    for (Path base :
        List.of(
            home.resolve(".local/share/DBeaverData"),
            home.resolve("Library/DBeaverData"),
            roaming.resolve("DBeaverData"))) {
      add(
          found,
          FileKind.DBEAVER,
          base.resolve("workspace6/General/.dbeaver/data-sources.json"),
          "DBeaver");
    }
    return List.copyOf(found);
  }

  private static void add(List<Found> found, FileKind kind, Path path, String words) {
    if (Files.isReadable(path)) {
      found.add(new Found(kind, path, words));
    }
  }
}
