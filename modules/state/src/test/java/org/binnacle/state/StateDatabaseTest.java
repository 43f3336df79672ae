package org.binnacle.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.kernel.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDatabaseTest {
  private static final String OURS = "org/binnacle/state/migration";
  @TempDir Path dir;

  @Test
  void theFolderIsMadeForItsOwnerAlone() throws IOException {
    StateFolder folder = StateFolder.at(dir.resolve("a/b"));
    if (dir.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void theUsualPlaceIsThePlatformsOwn() {
    Path home = Path.of("/home/ann");
    assertThat(StateFolder.usual("Linux", home, Map.of()))
        .isEqualTo(Path.of("/home/ann/.local/share/binnacle"));
    assertThat(StateFolder.usual("Linux", home, Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/binnacle"));
    assertThat(StateFolder.usual("Mac OS X", home, Map.of()))
        .isEqualTo(Path.of("/home/ann/Library/Application Support/Binnacle"));
    assertThat(StateFolder.usual("Windows 11", home, Map.of()))
        .isEqualTo(Path.of("/home/ann/AppData/Local/Binnacle"));
    assertThat(
            StateFolder.open(
                    Optional.empty(), Map.of("BINNACLE_STATE", dir.resolve("v").toString()))
                .root())
        .isEqualTo(dir.resolve("v"));
  }

  @Test
  void whatIsKeptIsThereAfterTheNextStart() {
    StateFolder folder = StateFolder.at(dir);
    Instance shop = Instance.at("shop-db", "10.0.0.1", 3306, "dba");
    try (var database = StateDatabase.open(folder)) {
      new Inventory(new H2InventoryStore(database)).add(shop);
      new H2Settings(database).put("window.width", "1200");
    }
    try (var database = StateDatabase.open(folder)) {
      var inventory = new Inventory(new H2InventoryStore(database));
      assertThat(inventory.instances()).containsExactly(shop);
      assertThat(inventory.environments()).hasSize(5);
      assertThat(new H2Settings(database).get("window.width")).contains("1200");
    }
  }

  @Test
  void theShippedVersionIsThatOfTheNewestMigration() throws IOException {
    Path migrations = Path.of("src/main/resources").resolve(OURS);
    try (Stream<Path> files = Files.list(migrations)) {
      int newest =
          files
              .map(file -> file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"))
              .mapToInt(Integer::parseInt)
              .max()
              .orElseThrow();
      assertThat(Schema.shipped().version()).isEqualTo(newest);
    }
  }

  @Test
  void aMigrationKeepsACopyAndAFailingOneLeavesTheOldFileUsable() throws IOException {
    StateFolder folder = StateFolder.at(dir);
    Instance shop = Instance.at("shop-db", "10.0.0.1", 3306, "dba");
    try (var database = StateDatabase.open(folder)) {
      new Inventory(new H2InventoryStore(database)).add(shop);
    }
    var failing = new Schema(900, List.of(OURS, "org/binnacle/state/failing"));
    assertThatThrownBy(() -> StateDatabase.open(folder, failing))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(StateFaults.MIGRATION));
    try (var database = StateDatabase.open(folder)) {
      assertThat(new H2InventoryStore(database).instances()).containsExactly(shop);
    }
    assertThat(new Backups(folder).newest()).isPresent();

    var further = new Schema(900, List.of(OURS, "org/binnacle/state/further"));
    StateDatabase.open(folder, further).close();
    try (var database = StateDatabase.open(folder, further)) {
      assertThat(new H2InventoryStore(database).instances()).containsExactly(shop);
    }
    assertThatThrownBy(() -> StateDatabase.open(folder))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(StateFaults.NEWER));
  }

  @Test
  void onlyTheNewestFiveCopiesAreKept() throws IOException {
    StateFolder folder = StateFolder.at(dir);
    StateDatabase.open(folder).close();
    var backups = new Backups(folder);
    var start = java.time.Instant.parse("2026-01-01T00:00:00Z");
    for (int i = 0; i < 8; i++) {
      backups.take(1, start.plusSeconds(i));
    }
    try (Stream<Path> files = Files.list(folder.backups())) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
          .hasSize(5)
          .first()
          .isEqualTo("binnacle-20260101-000003-000-v1.mv.db");
    }
  }

  @Test
  void aDamagedFileIsToldWithTheNewestBackup() throws IOException {
    StateFolder folder = StateFolder.at(dir);
    StateDatabase.open(folder).close();
    Path copy = new Backups(folder).take(1, java.time.Instant.now());
    byte[] bytes = Files.readAllBytes(folder.databaseFile());
    for (int i = 0; i < bytes.length; i += 3) {
      bytes[i] ^= 0x55;
    }
    Files.write(folder.databaseFile(), bytes);
    assertThatThrownBy(() -> StateDatabase.open(folder))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(StateFaults.CORRUPT);
              assertThat(fault.detail()).contains(copy.toString());
            });
  }

  @Test
  void anInterruptedCallerDoesNotCloseTheDatabase() {
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var store = new H2InventoryStore(database);
      Thread.currentThread().interrupt();
      store.instances();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(store.instances()).isEmpty();
    }
  }
}
