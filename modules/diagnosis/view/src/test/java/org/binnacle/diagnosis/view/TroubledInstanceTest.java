package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.binnacle.diagnosis.trx.OpenTrx;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The views of an instance that has a pile of locks three deep and a deadlock, and of one that has
/// nothing of the kind, on a real server.
@Tag("server")
@Tag("screen")
class TroubledInstanceTest {

  @Test
  void transactionsDeadlocksAndTrendsTellWhatHappens() throws Exception {
    Screen.start();
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    try (var stage = new Theatre(running);
        TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema)) {
      InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
      try (var looking = stage.diagnosis.fleet().join(state -> {});
          var screen = new SessionStage(stage.kit, instance)) {
        assertThat(looking).isNotNull();
        screen.choose("transactions");
        Screen.until("empty", () -> says(screen, "No open transaction"));
        screen.shoot("transactions-empty");

        long idle = scene.idleInTransaction(1);
        scene.holdsAndWaits(2, 1);
        scene.rowLockWait(2);
        Screen.until("three of them", () -> transactions(screen).size() >= 3);
        Screen.run(
            () -> {
              TableView<OpenTrx> table = screen.table("transactions");
              table.getItems().stream()
                  .filter(trx -> trx.connectionId() == idle)
                  .forEach(trx -> table.getSelectionModel().select(trx));
            });
        Screen.until("its script", () -> screen.panel.node().lookup(".session-detail") != null);
        screen.shoot("transactions");

        screen.press("transactions", KeyCode.L);
        Screen.until("the tree at that session", () -> screen.node("locks").isPresent());
        Screen.until("its rows", () -> screen.table("locks").getItems().size() >= 3);
        Screen.until(
            "that session is selected and told of",
            () ->
                screen.panel.node().lookup(".session-detail .heading") instanceof Label heading
                    && heading.getText().contains("#" + idle));
        screen.shoot("locks-deep");

        screen.choose("deadlocks");
        Screen.until("a look at deadlocks", () -> says(screen, "kept"));
        int before = screen.table("deadlocks").getItems().size();
        scene.deadlock(5, 6);
        Screen.until(
            "the deadlock is caught", () -> screen.table("deadlocks").getItems().size() > before);
        Screen.run(() -> screen.table("deadlocks").getSelectionModel().select(0));
        Screen.until("its cycle", () -> screen.panel.node().lookup(".session-detail") != null);
        screen.shoot("deadlocks");

        screen.choose("trends");
        Screen.until("charts", () -> screen.panel.node().lookupAll(".time-chart").size() >= 8);
        screen.shoot("trends");
      }
    }
  }

  private static List<OpenTrx> transactions(SessionStage screen) {
    TableView<OpenTrx> table = screen.table("transactions");
    return table == null ? List.of() : List.copyOf(table.getItems());
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
