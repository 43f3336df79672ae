package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `binnacle record` on a real server, and what the list of incidents says of it.
@Tag("server")
final class RecordCommandTest {
  @TempDir Path state;
  private final RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);

  private Run.Result run(String... arguments) {
    return Run.in(state).with("BINNACLE_PASSWORD", server.password()).run(arguments);
  }

  private String target() {
    return "mysql://" + server.user() + "@" + server.host() + ":" + server.port();
  }

  @Test
  void aRecordIsKeptListedShownAndRemoved() {
    assertThat(run("fleet", "add", "it", target().substring("mysql://".length())).exit()).isZero();
    var made = run("record", "it", "--for", "4s", "--note", "the nightly import");
    assertThat(made.exit()).as(made.err()).isZero();
    var list = run("incident", "list");
    assertThat(list.out()).contains("the nightly import");
    var document = run("incident", "list", "--json").json();
    String id = document.get("incidents").get(0).get("id").asString();
    var shown = run("incident", "show", id);
    assertThat(shown.exit()).isZero();
    assertThat(shown.out()).contains("sessions", "locks", "transactions");
    var trial = run("kill", "it", "--rule", "busy-time=1s victims=all", "--against", id);
    assertThat(trial.exit()).as(trial.err()).isZero();
    assertThat(trial.out() + trial.err()).contains("Tried on what was recorded at");
    var removed = run("incident", "remove", id, "--yes");
    assertThat(removed.exit()).isZero();
    assertThat(run("incident", "list").out()).doesNotContain("the nightly import");
  }

  @Test
  void badWordsAreToldWithTheirExitCode() {
    for (String[] wrong :
        new String[][] {
          {"--for", "0s"},
          {"--for", "soon"},
          {"--every", "10m"},
          {"--size", "0"},
        }) {
      var told = run("record", target(), wrong[0], wrong[1]);
      assertThat(told.exit()).as(wrong[0]).isEqualTo(2);
      assertThat(told.err()).contains("binnacle record: " + wrong[0]);
    }
    var dead = run("record", "mysql://nobody@127.0.0.1:1", "--for", "5s");
    assertThat(dead.exit()).isEqualTo(3);
    assertThat(dead.err()).contains("Nothing listens there");
  }
}
