package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `binnacle advise` on a file of CREATE TABLE statements: what its exit code tells a script.
final class AdviseCommandTest {
  @TempDir Path folder;
  private String schema = "";

  @BeforeEach
  void write() throws IOException {
    schema =
        Files.writeString(
                folder.resolve("schema.sql"),
                "CREATE TABLE ord (id INT PRIMARY KEY, state INT, total DECIMAL(9,2));")
            .toString();
  }

  private Run.Result advise(String sql, String... more) {
    var words = new java.util.ArrayList<String>();
    words.add("advise");
    words.add("--schema");
    words.add(schema);
    words.add("--sql");
    words.add(sql);
    words.addAll(java.util.List.of(more));
    return Run.in(folder.resolve("state")).run(words.toArray(String[]::new));
  }

  @Test
  void anIndexThatIsWantedIsExitCodeOne() {
    var run = advise("SELECT * FROM ord WHERE state = 3");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("CREATE INDEX `by_state` ON `ord` (`state`)");
  }

  @Test
  void indexesThatServeAreExitCodeZero() {
    var run = advise("SELECT * FROM ord WHERE id = 3");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("The present indexes serve");
  }

  @Test
  void whatIsNotUnderstoodIsWrongUsageAndNotSilence() {
    for (String sql :
        new String[] {
          "SELEC 1",
          "CREATE TABLE t (a INT)",
          "SELECT * FROM ord; SELECT 2",
          "SELECT * FROM nowhere"
        }) {
      var run = advise(sql);
      assertThat(run.exit()).as(sql).isEqualTo(2);
      assertThat(run.out()).as(sql).isEmpty();
      assertThat(run.err().lines().toList()).as(sql).hasSize(2);
      assertThat(run.err()).as(sql).startsWith("binnacle: There is no advice: ");
    }
    var json = advise("SELEC 1", "--json");
    assertThat(json.exit()).isEqualTo(2);
    assertThat(json.errorJson().get("code").asString()).isEqualTo("explain.no-advice");
  }
}
