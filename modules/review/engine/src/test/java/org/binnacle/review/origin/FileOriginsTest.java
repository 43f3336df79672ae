package org.binnacle.review.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOriginsTest {
  @TempDir Path folder;

  private FileOrigins origins() {
    return new FileOrigins(Optional.empty(), Optional.empty(), Duration.ofSeconds(30));
  }

  @Test
  void linesAreOfThoseWhoCommittedThem() throws Exception {
    Path shop = repository();
    Path file = shop.resolve("migrations/v1.sql");
    String first = "SELECT 1;\nSELECT 2;\n";
    Files.createDirectories(shop.resolve("migrations"));
    Files.writeString(file, first);
    commit(shop, "Ann Example");
    Files.writeString(file, first + "SELECT 3;\n");
    commit(shop, "Ben Example");
    Files.writeString(file, first + "SELECT 3;\nSELECT 4;\n");

    var origins = origins();
    origins.file(file.toString(), Files.readString(file));
    assertThat(origins.project(file.toString())).isEqualTo("shop");
    assertThat(origins.path(file.toString())).isEqualTo("migrations/v1.sql");
    assertThat(List.of(1, 2, 3, 4).stream().map(l -> origins.author(file.toString(), l)))
        .containsExactly("Ann Example", "Ann Example", "Ben Example", "Me Myself");
  }

  @Test
  void aFileThatIsNotCommittedIsOfWhoItsHeadNames() throws Exception {
    Path shop = repository();
    Path file = Files.writeString(shop.resolve("new.sql"), "-- author: Cay <c@x>\nSELECT 1;\n");
    var origins = origins();
    origins.file(file.toString(), Files.readString(file));
    assertThat(origins.author(file.toString(), 2)).isEqualTo("Cay");
  }

  @Test
  void whatIsTypedWins() throws Exception {
    Path shop = repository();
    Path file = Files.writeString(shop.resolve("new.sql"), "-- author: Cay\nSELECT 1;\n");
    commit(shop, "Ann Example");
    var origins =
        new FileOrigins(Optional.of("Billing"), Optional.of("Dee"), Duration.ofSeconds(30));
    origins.file(file.toString(), Files.readString(file));
    assertThat(origins.author(file.toString(), 1)).isEqualTo("Dee");
    assertThat(origins.project(file.toString())).isEqualTo("Billing");
  }

  @Test
  void outsideOfRepositoriesThereIsNoProjectAndThePathIsWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("a.sql"), "SELECT 1;");
    var origins = origins();
    origins.file(file.toString(), "SELECT 1;");
    assumeThat(folder.getRoot().resolve("tmp/.git")).doesNotExist();
    assertThat(origins.project(file.toString())).isEmpty();
    assertThat(origins.path(file.toString())).isEqualTo(file.toRealPath().toString());
    assertThat(origins.author(file.toString(), 1)).isEmpty();
    assertThat(origins.path("-")).isEqualTo("-");
  }

  @Test
  void timeIsBounded() throws Exception {
    Path shop = repository();
    Path file = Files.writeString(shop.resolve("new.sql"), "SELECT 1;\n");
    commit(shop, "Ann Example");
    var origins = new FileOrigins(Optional.empty(), Optional.empty(), Duration.ZERO);
    origins.file(file.toString(), "SELECT 1;\n");
    assertThat(origins.author(file.toString(), 1)).isEmpty();
    assertThat(origins.project(file.toString())).isEmpty();
  }

  @Test
  void headsAreReadInEveryKindOfComment() {
    assertThat(HeaderAuthor.in("-- Author: Ann Example <a@x>\n")).contains("Ann Example");
    assertThat(HeaderAuthor.in("SELECT 1;\n# author=Ben\n")).contains("Ben");
    assertThat(HeaderAuthor.in("/*\n * @author Cay\n */")).contains("Cay");
    assertThat(HeaderAuthor.in("/* author: Dee */ SELECT 1")).contains("Dee");
    assertThat(HeaderAuthor.in("-- authority: none\n")).isEmpty();
    assertThat(HeaderAuthor.in("SELECT author: x\n")).isEmpty();
    assertThat(HeaderAuthor.in("\n".repeat(30) + "-- author: Eve\n")).isEmpty();
  }

  private Path repository() throws Exception {
    Path shop = Files.createDirectories(folder.resolve("shop"));
    git(shop, "init", "-q");
    git(shop, "config", "user.name", "Me Myself");
    git(shop, "config", "user.email", "me@example.com");
    return shop;
  }

  private static void commit(Path at, String author) throws Exception {
    git(at, "add", "-A");
    git(at, "commit", "-q", "-m", "x", "--author", author + " <x@example.com>");
  }

  private static void git(Path at, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).directory(at.toFile()).inheritIO().start();
    assertThat(git.waitFor()).as("%s", command).isZero();
  }
}
