package org.binnacle.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Inventory;
import org.binnacle.inventory.exchange.Export;
import org.binnacle.inventory.exchange.FileKind;
import org.binnacle.inventory.exchange.Import;
import org.binnacle.inventory.reach.ConnectionTest;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.state.vault.FileVault;
import org.binnacle.state.vault.VaultSecrets;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plants passwords by every way in and looks for them in everything that was written, a log of all
/// libraries at DEBUG included.
@Tag("server")
class NoPasswordLeaksTest {
  private static final String MASTER = "M4ster-plum-tree";
  @TempDir Path dir;

  @Test
  void noPlantedPasswordIsInTheStateFolderOrTheLogs() throws Exception {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    StateFolder folder = StateFolder.at(dir.resolve("state"));
    Files.createDirectories(folder.logs());
    Path log = folder.logs().resolve("debug.log");
    String planted;
    try (var account = TestAccount.on(server);
        var closed = new DebugLog(log)) {
      assertThat(closed.file()).isEqualTo(log);
      planted = account.password();
      act(server, account, folder);
    }
    assertThat(Files.size(log)).as("the log is not empty").isPositive();
    for (String secret : List.of(planted, MASTER, planted + "-wrong")) {
      for (byte[] form : forms(secret)) {
        for (Path file : files(dir)) {
          assertThat(contains(Files.readAllBytes(file), form))
              .as(file + " holds a password")
              .isFalse();
        }
      }
    }
  }

  private void act(RunningServer server, TestAccount account, StateFolder folder)
      throws IOException {
    var vault = new FileVault(folder.vault(), why -> Optional.of(new Secret(MASTER.toCharArray())));
    try (var database = StateDatabase.open(folder)) {
      var inventory = new Inventory(new H2InventoryStore(database));
      // Import: the file lies outside of what is searched.
      Path option = Files.createTempFile("binnacle", ".cnf");
      Files.writeString(
          option,
          "[client]\nhost=%s\nport=%d\nuser=%s\npassword=%s\nget-server-public-key=1\n"
              .formatted(server.host(), server.port(), account.user(), account.password()));
      var importer = new Import(inventory);
      var preview = importer.preview(FileKind.MY_CNF, option);
      importer.apply(preview, preview.proposals());
      importer.keepPasswords(preview.proposals(), vault);
      Files.delete(option);

      var instance = inventory.instances().getFirst();
      var secrets = new VaultSecrets(vault, inventory::credential, Map.of(), Optional.empty());
      var test = new ConnectionTest(PooledConnections::new, secrets);
      var steps =
          test.run(inventory.server(instance), Optional.empty(), Cancel.never(), step -> {});
      assertThat(steps)
          .as(steps.toString())
          .anyMatch(step -> step.happened().contains("Logged in"));
      var wrong = new Secret((account.password() + "-wrong").toCharArray());
      var failing =
          test.run(inventory.server(instance), Optional.of(wrong), Cancel.never(), step -> {});
      assertThat(failing).noneMatch(step -> step.happened().contains("Logged in"));
      assertThatThrownBy(() -> inventory.target("mysql://dba:" + account.password() + "@db:3306"))
          .isInstanceOf(Fault.class);

      for (FileKind kind : List.of(FileKind.YAML, FileKind.CSV, FileKind.JSON)) {
        Export.write(
            kind,
            dir.resolve("out." + kind.key()),
            inventory.instances(),
            inventory.environments());
      }
      new H2AuditLog(database)
          .append(
              new AuditEntry(
                  Instant.now(),
                  "ann",
                  inventory.ref(instance),
                  "test",
                  "connection",
                  "",
                  "",
                  AuditEntry.Outcome.DONE,
                  steps + " " + failing));
      new H2Settings(database).put("form", instance.draft().get(Field.CREDENTIAL));
    }
  }

  private static List<byte[]> forms(String secret) {
    byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
    // Three alignments of base64: a secret need not begin where a group of three does.
    return Stream.of(
            utf8,
            secret.getBytes(StandardCharsets.UTF_16LE),
            secret.getBytes(StandardCharsets.UTF_16BE),
            base64(utf8, 0),
            base64(utf8, 1),
            base64(utf8, 2))
        .toList();
  }

  private static byte[] base64(byte[] secret, int shift) {
    var shifted = new byte[secret.length + shift];
    System.arraycopy(secret, 0, shifted, shift, secret.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int from = shift == 0 ? 0 : shift + 1;
    return text.substring(from, text.length() - 2).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static boolean contains(byte[] all, byte[] part) {
    return new String(all, StandardCharsets.ISO_8859_1)
        .contains(new String(part, StandardCharsets.ISO_8859_1));
  }
}
