package org.binnacle.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window and a command on one state folder, as two processes of the operating system.
class TwoProcessesTest {
  @TempDir Path dir;

  @Test
  void bothSeeWhatTheOtherKeepsAndTheServingOneMayEnd() throws Exception {
    StateFolder folder = StateFolder.at(dir);
    Process window = other("hold", "window-db");
    try {
      assertThat(window.inputReader().readLine()).isEqualTo("ready");
      // The window has the file; this process is served by it.
      try (var database = StateDatabase.open(folder)) {
        var inventory = new Inventory(new H2InventoryStore(database));
        assertThat(names(inventory)).containsExactly("window-db");
        inventory.add(Instance.at("command-db", "h", 3306, "u"));
        assertThat(listening(window.pid())).allMatch(address -> address.startsWith("127.0.0.1"));
        window.destroyForcibly();
        window.waitFor();
        // Nobody serves now: this process takes over by itself.
        inventory.add(Instance.at("later-db", "h", 3306, "u"));
        inventory.reload();
        assertThat(names(inventory)).containsExactly("command-db", "later-db", "window-db");
      }
    } finally {
      window.destroyForcibly();
    }
  }

  @Test
  void severalThatStartAtOnceOnANewFolderAllSucceed() throws Exception {
    var processes = new ArrayList<Process>();
    for (int i = 0; i < 3; i++) {
      processes.add(other("add", "db-" + i));
    }
    for (Process process : processes) {
      assertThat(process.waitFor())
          .as(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
          .isZero();
    }
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      assertThat(names(new Inventory(new H2InventoryStore(database))))
          .containsExactly("db-0", "db-1", "db-2");
    }
  }

  private Process other(String act, String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            OtherProcess.class.getName(),
            dir.toString(),
            act,
            name)
        .start();
  }

  private static List<String> names(Inventory inventory) {
    return inventory.instances().stream().map(Instance::name).toList();
  }

  /// The addresses on which a process listens, where Linux tells.
  private static List<String> listening(long pid) throws IOException {
    var addresses = new ArrayList<String>();
    for (String table : List.of("tcp", "tcp6")) {
      Path file = Path.of("/proc/" + pid + "/net/" + table);
      if (!Files.exists(file)) {
        continue;
      }
      var inodes = new ArrayList<String>();
      try (var links = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
        for (Path link : links) {
          String target = Files.readSymbolicLink(link).toString();
          if (target.startsWith("socket:[")) {
            inodes.add(target.substring(8, target.length() - 1));
          }
        }
      }
      for (String line : Files.readAllLines(file)) {
        String[] words = line.strip().split("\\s+");
        if (words.length > 9 && words[3].equals("0A") && inodes.contains(words[9])) {
          addresses.add(address(words[1]));
        }
      }
    }
    assertThat(addresses).isNotEmpty();
    return addresses;
  }

  /// `0100007F:1F90`, or the IPv4-mapped form of IPv6, whose last word is the same.
  private static String address(String hex) {
    String host = hex.substring(0, hex.indexOf(':'));
    String word = host.substring(host.length() - 8).toUpperCase(Locale.ROOT);
    var parts = new ArrayList<String>();
    for (int i = 6; i >= 0; i -= 2) {
      parts.add(String.valueOf(Integer.parseInt(word.substring(i, i + 2), 16)));
    }
    return String.join(".", parts);
  }
}
