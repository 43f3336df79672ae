package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExchangeCommandsTest {
  @TempDir Path state;
  @TempDir Path other;

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "csv", "json"})
  void whatIsExportedIsImportedElsewhereAndTwiceChangesNothing(String kind) {
    Path file = other.resolve("fleet." + kind);
    Run.in(state).run("fleet", "add", "a", "ops@db1:3306", "--env", "production", "--tag", "x=y");
    assertThat(Run.in(state).run("fleet", "export", file.toString()).exit()).isZero();
    Path fresh = other.resolve("state");
    var first = Run.in(fresh).run("fleet", "import", file.toString(), "--yes", "--json");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.json().get("imported").asInt()).isEqualTo(1);
    var again = Run.in(fresh).run("fleet", "import", file.toString(), "--yes", "--json");
    assertThat(again.json().get("imported").asInt()).isZero();
    assertThat(again.json().get("proposals").get(0).get("what").asString()).isEqualTo("same");
  }

  @Test
  void aPreviewAndARefusedQuestionChangeNothing() throws Exception {
    Path file = Files.writeString(other.resolve("my.cnf"), "[client]\nhost=db1\nuser=ops\n");
    assertThat(Run.in(state).run("fleet", "import", file.toString(), "--preview").exit()).isZero();
    assertThat(Run.in(state).run("fleet", "import", file.toString()).exit()).isEqualTo(4);
    assertThat(Run.in(state).run("fleet", "list").out()).isEmpty();
  }

  @Test
  void aFileThatIsMissingOrOfNoKnownKindIsRefused() {
    assertThat(Run.in(state).run("fleet", "import", "nothing.yaml").exit()).isEqualTo(2);
    assertThat(Run.in(state).run("fleet", "import", "nothing.doc").exit()).isEqualTo(2);
    assertThat(Run.in(state).run("fleet", "export", "--format", "xml").exit()).isEqualTo(2);
  }
}
