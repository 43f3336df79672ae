package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Orientation;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestFleet;
import org.binnacle.testkit.server.Fleet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The topology of a source, a relay, a replica and one that was never there.
@Tag("server")
@Tag("screen")
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class TopologyScreenTest {
  private static final String TABLE = "replication";

  private static void run(RunningServer server, String... statements) throws Exception {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /// Rows are drawn: what they are of is asked.
  private static boolean some(SessionStage screen, String words) {
    return screen.table(TABLE).getItems().stream()
        .anyMatch(line -> String.valueOf(line).contains(words));
  }

  private static long with(SessionStage screen, String words) {
    return screen.table(TABLE).getItems().stream()
        .filter(line -> String.valueOf(line).contains(words))
        .count();
  }

  /// By the menu of the row, as a hand does it.
  ///
  /// @param length the item of the submenu; empty where the item itself is meant
  private static void mark(SessionStage screen, String name, String words, String length) {
    Screen.run(
        () -> {
          TableView<Object> table = screen.table(TABLE);
          for (int i = 0; i < table.getItems().size(); i++) {
            if (String.valueOf(table.getItems().get(i)).contains("name=" + name + ",")) {
              table.getSelectionModel().clearAndSelect(i);
              break;
            }
          }
          ContextMenu menu = table.getContextMenu();
          menu.show(table, 100, 100);
          MenuItem item = item(menu.getItems(), words);
          (item instanceof Menu more ? item(more.getItems(), length) : item).fire();
          menu.hide();
        });
  }

  private static MenuItem item(List<MenuItem> items, String words) {
    return items.stream().filter(one -> words.equals(one.getText())).findFirst().orElseThrow();
  }

  private static boolean told(SessionStage screen, String words) {
    return screen.panel.node().lookupAll(".session-detail .label").stream()
        .anyMatch(node -> node instanceof Labeled one && one.getText().startsWith(words));
  }

  private static boolean wide(SessionStage screen) {
    return screen.table(TABLE).lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible());
  }

  @Test
  void theTreeKeepsWhoDoesNotAnswerAndTheMarkStandsBesideItsState() throws Exception {
    Screen.start();
    try (Fleet fleet = TestFleet.start(Distribution.MYSQL_8_0, 2, "--replica-parallel-workers=2")) {
      RunningServer relay = fleet.replicas().getFirst();
      RunningServer leaf = fleet.replicas().getLast();
      run(
          leaf,
          "STOP REPLICA",
          "CHANGE REPLICATION SOURCE TO SOURCE_PORT=" + relay.port(),
          "START REPLICA");
      try (var stage = new Theatre(fleet.source())) {
        InstanceRef source = stage.instance("shop-db-1", Safety.CAREFUL);
        InstanceRef middle =
            stage.instance("shop-db-relay-in-frankfurt", Safety.CAREFUL, relay.port());
        InstanceRef last = stage.instance("shop-db-reports", Safety.CAREFUL, leaf.port());
        InstanceRef dead = stage.instance("shop-db-backup", Safety.CAREFUL, 1);
        try (var screen = new SessionStage(stage.kit, last, dead, middle, source)) {
          screen.choose("replication");
          Screen.until("all four", () -> screen.table(TABLE).getItems().size() == 4);
          Screen.until("they apply", () -> with(screen, "receiver=Yes, applying=true") == 2);
          Screen.until("who is not there", () -> some(screen, "fault=Optional["));
          Screen.until("the relay", () -> some(screen, "role=RELAY"));
          screen.shoot("topology");
          Screen.run(() -> screen.table(TABLE).getSelectionModel().select(2));
          Screen.until("the detail", () -> screen.panel.node().lookup(".session-detail") != null);
          screen.shoot("topology-detail");

          mark(screen, dead.name(), "Maintenance of shop-db-backup", "for 2 hours");
          Screen.until("its mark", () -> some(screen, "Maintenance[until="));
          assertThat(stage.diagnosis.silences().maintenance(dead.id())).isPresent();
          mark(screen, dead.name(), "Take the mark off shop-db-backup", "");
          Screen.until("no mark", () -> !some(screen, "Maintenance[until="));
          assertThat(stage.diagnosis.silences().maintenance(dead.id())).isEmpty();
          mark(screen, dead.name(), "Maintenance of shop-db-backup", "for 2 hours");
          mark(
              screen,
              last.name(),
              "Acknowledge the replication of shop-db-reports",
              "for 30 minutes");
          relay.close();
          Screen.until("two do not answer", () -> with(screen, "fault=Optional[") > 1);
          Screen.until("maintenance", () -> some(screen, "Maintenance[until="));
          Screen.until("acknowledged", () -> some(screen, "Acknowledged[until="));
          Screen.until("the leaf has lost it", () -> some(screen, "receiver=Connecting"));
          assertThat(Screen.get(() -> some(screen, "role=RELAY"))).as("it kept its place").isTrue();
          assertThat(Screen.get(() -> screen.table(TABLE).getItems().size())).isEqualTo(4);
          screen.shoot("topology-lost");
          Screen.run(() -> screen.table(TABLE).getSelectionModel().clearAndSelect(3));
          Screen.until("until when, in the detail", () -> told(screen, "maintenance until "));
          assertThat(Screen.get(() -> wide(screen))).as("no scrolling sideways").isFalse();
        }
      }
    }
  }
}
