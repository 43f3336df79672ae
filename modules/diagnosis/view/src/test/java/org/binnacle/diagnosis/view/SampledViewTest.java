package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.binnacle.diagnosis.topsql.TopRow;
import org.binnacle.diagnosis.topsql.TopSql;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Top SQL of a server that counts no statements: what runs is sampled at the press of a button.
@Tag("server")
@Tag("screen")
class SampledViewTest {

  @Test
  void aServerWithoutDigestsIsSampled() throws Exception {
    Screen.start();
    RunningServer running = TestServers.shared(Distribution.MARIADB_11_4);
    try (var stage = new Theatre(running);
        var topSql =
            new TopSql(stage.connections, () -> List.copyOf(stage.servers), Clock.systemUTC())) {
      var kit =
          new Kit(
              stage.diagnosis,
              stage.settings,
              stage.kit.words(),
              stage.kit.tasks(),
              stage.kit.choosers(),
              Explains.NONE,
              Optional.of(topSql),
              Optional.empty(),
              Doors.none());
      try (var screen = new SessionStage(kit, stage.instance("shop-db-1", Safety.CAREFUL))) {
        stage.run("", "SELECT SLEEP(300) AS long_enough_to_be_seen");
        screen.choose("top-sql");
        Screen.until("why nothing is counted", () -> says(screen, "performance_schema is off"));
        screen.shoot("top-sql-uncounted");
        screen.fire("Sample what runs");
        Screen.until(
            "what runs",
            () ->
                table(screen).getItems().stream()
                    .anyMatch(row -> row.text().sample().contains("long_enough_to_be_seen")));
        assertThat(Screen.get(() -> says(screen, "Sampled: what runs is looked at"))).isTrue();
        Screen.run(() -> table(screen).getSelectionModel().select(0));
        screen.shoot("top-sql-sampled");
      }
    }
  }

  private static TableView<TopRow> table(SessionStage screen) {
    return screen.table("top-sql.table");
  }

  private static boolean says(SessionStage screen, String words) {
    return screen.panel.node().lookupAll(".label").stream()
        .anyMatch(
            node ->
                node instanceof Labeled one
                    && one.getText() != null
                    && one.getText().contains(words));
  }
}
