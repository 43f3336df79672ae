package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.binnacle.testkit.fake.FakeFleet;
import org.binnacle.testkit.fake.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
final class BoardCommandTest {
  @TempDir Path state;
  private final FakeFleet fleet = FakeFleet.of(3);

  @AfterEach
  void end() {
    fleet.close();
  }

  private Run.Result run(String... arguments) {
    return Run.in(state).with("BINNACLE_PASSWORD", "x").run(arguments);
  }

  private void add(String name, int node) {
    assertThat(
            run(
                    "fleet",
                    "add",
                    name,
                    "fake@" + fleet.node(node).host() + ":" + fleet.port(),
                    "--tag",
                    node == 0 ? "shop" : "pay",
                    "--business",
                    node == 0 ? "" : "retail")
                .exit())
        .isZero();
  }

  @Test
  void anEmptyInventorySaysWhatToDo() {
    var result = run("board", "--once");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("binnacle fleet add");
    assertThat(run("board", "--once", "--json").json().get("instances")).isEmpty();
  }

  @Test
  void aHealthyFleetIsListedWithItsRatesAndExitsWithNought() {
    add("a", 0);
    add("b", 1);
    var result = run("board", "--once", "--json");
    assertThat(result.exit()).as(result.err()).isZero();
    var rows = result.json().get("instances");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("severity").asString()).isEqualTo("ok");
    assertThat(rows.get(0).get("qps").asInt()).isPositive();
    assertThat(rows.get(0).get("terms")).isEmpty();
    assertThat(run("board", "--once", "--where", "tag:shop").lines()).hasSize(2);
    assertThat(run("board", "--once", "--where", "-tag:shop score>50").lines()).hasSize(1);
  }

  @Test
  void theSickIsFirstWithItsTermsAndTheExitCodeSaysSo() {
    add("a", 0);
    add("b", 1);
    fleet.node(1).become(Mood.LOCK_PILE);
    var result = run("board", "--once", "--json");
    assertThat(result.exit()).isEqualTo(1);
    var worst = result.json().get("instances").get(0);
    assertThat(worst.get("instance").get("name").asString()).isEqualTo("b");
    assertThat(worst.get("terms").get(0).get("term").asString()).isEqualTo("lock-waits");
    assertThat(worst.get("terms").get(0).get("points").asInt()).isEqualTo(90);
    assertThat(run("board", "--once", "--where", "tag:shop").exit()).isZero();
  }

  @Test
  void groupsAreCountedTheWorstFirst() {
    add("a", 0);
    add("b", 1);
    add("c", 2);
    fleet.node(2).become(Mood.LOCK_PILE);
    var tags = run("board", "--once", "--json", "--group-by", "tag").json();
    assertThat(tags.get("group_by").asString()).isEqualTo("tag");
    assertThat(tags.get("groups")).hasSize(2);
    var worst = tags.get("groups").get(0);
    assertThat(worst.get("words").asString()).isEqualTo("pay");
    assertThat(worst.get("instances")).hasSize(2);
    assertThat(worst.get("worst").asString()).isEqualTo("c");
    assertThat(worst.get("critical").asInt()).isEqualTo(1);
    var rest =
        run("board", "--once", "--json", "--where", worst.get("where").asString())
            .json()
            .get("instances");
    assertThat(rest).as("what its term finds").hasSize(2);
    var text = run("board", "--once", "--group-by", "business");
    assertThat(text.exit()).as("something is critical").isEqualTo(1);
    assertThat(text.lines()).hasSize(3);
    assertThat(text.lines().get(1)).startsWith("critical").contains("retail");
    assertThat(text.lines().get(2)).contains("(no business)");
    var wrong = run("board", "--once", "--group-by", "moon");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("cluster, environment, business, tag; not moon");
  }

  @Test
  void oneThatNobodyAnswersIsDown() throws IOException {
    int port;
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = listener.getLocalPort();
    }
    assertThat(run("fleet", "add", "gone", "fake@127.0.0.1:" + port).exit()).isZero();
    var result = run("board", "--once");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).contains("down", "connection refused");
  }

  @Test
  void mistakesAreToldInOneLine() {
    var query = run("board", "--once", "--where", "scor>50");
    assertThat(query.exit()).isEqualTo(2);
    assertThat(query.err()).contains("did you mean score?");
    assertThat(run("board", "--interval", "0").exit()).isEqualTo(2);
    assertThat(run("board", "--once", "--watch").exit()).isEqualTo(2);
    assertThat(run("board", "--limit", "0").exit()).isEqualTo(2);
  }
}
