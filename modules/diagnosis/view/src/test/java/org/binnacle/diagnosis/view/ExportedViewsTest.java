package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.binnacle.diagnosis.trx.OpenTrx;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `x` writes what the views show.
@Tag("server")
@Tag("screen")
class ExportedViewsTest {
  @TempDir private Path folder;

  @Test
  void transactionsReplicationAndDeadlocksAreWritten() throws Exception {
    Screen.start();
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    try (var stage = new Theatre(running);
        var screen = new SessionStage(stage.kit, stage.instance("shop-db-1", Safety.CAREFUL))) {
      stage.idle("", "START TRANSACTION", "SELECT COUNT(*) FROM mysql.help_topic FOR UPDATE");
      screen.choose("transactions");
      Screen.until(
          "a transaction of some age",
          () ->
              screen.<OpenTrx>table("transactions").getItems().stream()
                  .anyMatch(trx -> trx.ageUs() > 1_000_000));
      assertThat(exported(stage, screen, "transactions", "trx.csv"))
          .startsWith("Id,Account,")
          .containsPattern("root@127.0.0.1,,[1-9][0-9]* s,idle in trx,")
          .contains("help_topic FOR UPDATE");
      screen.choose("replication");
      Screen.until("a server", () -> !screen.table("replication").getItems().isEmpty());
      assertThat(exported(stage, screen, "replication", "replicas.json")).contains("shop-db-1");
      screen.choose("deadlocks");
      assertThat(exported(stage, screen, "deadlocks", "deadlocks.md")).contains("|");
    }
  }

  private String exported(Theatre stage, SessionStage screen, String table, String name)
      throws Exception {
    Path file = folder.resolve(name);
    stage.saves.file = Optional.of(file);
    screen.press(table, KeyCode.X);
    Screen.until(name, () -> Files.exists(file));
    Screen.settle();
    return Files.readString(file);
  }
}
