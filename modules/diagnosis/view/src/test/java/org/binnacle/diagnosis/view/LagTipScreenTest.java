package org.binnacle.diagnosis.view;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.binnacle.diagnosis.replication.HeartbeatRules;
import org.binnacle.diagnosis.view.board.BoardPanel;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestFleet;
import org.binnacle.testkit.server.Fleet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The lag on the board tells who counts it, and which thread has stopped on which error.
@SuppressWarnings("NullAway")
@Tag("server")
@Tag("screen")
@Timeout(value = 180, unit = TimeUnit.SECONDS)
final class LagTipScreenTest {
  private static void run(RunningServer server, String... statements) throws Exception {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String tip(Panel panel) {
    var table = (TableView<?>) Screen.get(() -> panel.node().lookup(".table-view"));
    return table == null ? "" : CellTip.of(table, "name=shop-db-2,", "lag").orElse("");
  }

  @Test
  void theLagTellsItsCounterItsThreadAndItsError() throws Exception {
    Screen.start();
    try (Fleet fleet = TestFleet.start(Distribution.MYSQL_8_0, 1)) {
      RunningServer source = fleet.source();
      RunningServer replica = fleet.replicas().getFirst();
      run(
          source,
          "CREATE DATABASE ops",
          "CREATE TABLE ops.stock (id INT PRIMARY KEY)",
          "CREATE TABLE ops.beat (ts VARCHAR(26) NOT NULL, server_id INT UNSIGNED PRIMARY KEY)",
          "INSERT INTO ops.beat SELECT DATE_FORMAT(NOW(6) - INTERVAL 47 SECOND,"
              + " '%Y-%m-%dT%H:%i:%s.%f'), @@server_id");
      fleet.awaitReplicated();
      try (var stage = new Theatre(source)) {
        stage.settings.put("board.interval-s", "1");
        stage.settings.put(HeartbeatRules.SETTING, "off");
        stage.instance("shop-db-1", Safety.CAREFUL);
        stage.instance("shop-db-2", Safety.CAREFUL, replica.port());
        Panel panel = Screen.get(() -> new BoardPanel(stage.kit, (instances, view) -> {}));
        Stage window = Screen.show(() -> new Layer(panel.node()), 1280, 500);
        Screen.until(
            "the server counts", () -> tip(panel).equals("0 s behind, by the server's own count"));

        stage.settings.put(HeartbeatRules.SETTING, "ops.beat");
        Screen.until(
            "the heartbeat table counts",
            () -> tip(panel).matches("\\d+ s behind, by heartbeat table ops\\.beat"));

        run(
            replica,
            "SET GLOBAL super_read_only = OFF",
            "SET sql_log_bin = 0",
            "INSERT INTO ops.stock VALUES (7)");
        run(source, "INSERT INTO ops.stock VALUES (7)");
        Screen.until(
            "the thread and its error",
            () ->
                tip(panel)
                    .matches(
                        "(?s)the applier \\(SQL thread\\) is stopped: error 1062: .+; \\d+ s behind,"
                            + " by heartbeat table ops\\.beat"));
        Screen.run(panel::close);
        Screen.close(window);
      }
    }
  }
}
