package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FleetCommandsTest {
  @TempDir Path state;

  private Run.Result run(String... arguments) {
    return Run.in(state).run(arguments);
  }

  private void add(String name, String address, String... more) {
    String[] all = new String[more.length + 4];
    all[0] = "fleet";
    all[1] = "add";
    all[2] = name;
    all[3] = address;
    System.arraycopy(more, 0, all, 4, more.length);
    assertThat(run(all).exit()).isZero();
  }

  @Test
  void addsListsEditsAndRemoves() {
    add("shop-1", "ops@db1.example:3307", "--env", "production", "--tag", "a=b", "--tag", "c");
    var listed = run("fleet", "list", "--json").json().get("instances");
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).get("host").asString()).isEqualTo("db1.example");
    assertThat(listed.get(0).get("port").asInt()).isEqualTo(3307);
    assertThat(listed.get(0).get("user").asString()).isEqualTo("ops");
    assertThat(listed.get(0).get("tags")).hasSize(2);

    assertThat(run("fleet", "edit", "shop-1", "--user", "app", "--tunnel", "me@jump:2222").exit())
        .isZero();
    var edited = run("fleet", "list", "--json").json().get("instances").get(0);
    assertThat(edited.get("credential").asString()).isEqualTo("app@db1.example:3307");
    assertThat(edited.get("tunnel_host").asString()).isEqualTo("jump");
    assertThat(edited.get("tunnel_port").asString()).isEqualTo("2222");
    assertThat(edited.get("tunnel_user").asString()).isEqualTo("me");

    var removed = run("fleet", "remove", "shop-1", "--yes", "--json");
    assertThat(removed.json().get("removed").get(0).get("name").asString()).isEqualTo("shop-1");
    assertThat(run("fleet", "list").out()).isEmpty();
  }

  @Test
  void listsAlignedPlainTextWhereOutputIsPiped() {
    add("a", "ops@db1:3306");
    add("much-longer", "ops@db2:3306", "--env", "production");
    assertThat(run("fleet", "list").lines())
        .containsExactly(
            "NAME         ADDRESS   USER  ENVIRONMENT  CLUSTER  ROLE  TLS        TAGS",
            "a            db1:3306  ops                               preferred",
            "much-longer  db2:3306  ops   production                  preferred");
    assertThat(run("fleet", "list", "--where", "env:production").lines()).hasSize(2);
  }

  @Test
  void coloursOnlyATerminalThatWantsThem() {
    add("a", "ops@db1:3306");
    assertThat(Run.in(state).onTerminal(80, true).run("fleet", "list").out()).contains("\u001b[");
    assertThat(Run.in(state).onTerminal(80, false).run("fleet", "list").out())
        .doesNotContain("\u001b");
  }

  @Test
  void refusesWhatIsWrongAndChangesNothing() {
    add("a", "ops@db1:3306");
    assertThat(run("fleet", "add", "A", "x@y").exit()).isEqualTo(2);
    assertThat(run("fleet", "add", "b", "x@y", "--port", "no").exit()).isEqualTo(2);
    assertThat(run("fleet", "add", "b", "x@y", "--env", "nowhere").exit()).isEqualTo(2);
    assertThat(run("fleet", "add", "b", "x:secret@y").err()).doesNotContain("secret");
    assertThat(run("fleet", "edit", "nobody", "--note", "x").exit()).isEqualTo(2);
    assertThat(run("fleet", "remove", "a", "nobody", "--yes").exit()).isEqualTo(2);
    assertThat(run("fleet", "list", "--where", "colour:red").exit()).isEqualTo(2);
    assertThat(run("fleet", "list", "--json").json().get("instances")).hasSize(1);
  }

  @Test
  void asksBeforeItRemoves() {
    add("a", "ops@db1:3306");
    assertThat(run("fleet", "remove", "a").exit()).isEqualTo(4);
    var no = Run.in(state).answering("n");
    assertThat(no.run("fleet", "remove", "a").exit()).isEqualTo(4);
    assertThat(no.asked()).isEqualTo("Remove a? [y/N] ");
    assertThat(run("fleet", "list").lines()).hasSize(2);
    assertThat(Run.in(state).answering("y").run("fleet", "remove", "a").exit()).isZero();
    assertThat(run("fleet", "list").out()).isEmpty();
  }

  @Test
  void keepsAPasswordInTheVaultAndNowhereElse() throws Exception {
    String secret = "planted-pa55word";
    var asking = Run.in(state).answering(secret);
    assertThat(asking.run("fleet", "add", "a", "ops@db1:3306", "--keep-password").exit()).isZero();
    assertThat(asking.asked()).contains("Password of ops@db1:3306");
    try (var files = Files.walk(state)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(secret);
      }
    }
  }
}
