package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One lock tree over instances of two flavours and one that is not there.
@Tag("server")
@Tag("screen")
class MergedLocksScreenTest {
  private static final String TABLE = "locks.merged";
  private static final Pattern INSTANCE = Pattern.compile("InstanceRef\\[id=([^,]+)");

  private RunningServer mysql;
  private RunningServer maria;
  private Theatre stage;

  @BeforeEach
  void open() {
    Screen.start();
    mysql = TestServers.shared(Distribution.MYSQL_8_0);
    maria = TestServers.shared(Distribution.MARIADB_11_4);
    stage = new Theatre(mysql);
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  private static void pile(Scene scene, int waiters) throws Exception {
    scene.idleInTransaction(1);
    for (int i = 0; i < waiters; i++) {
      scene.rowLockWait(1);
    }
  }

  /// The instances from the top: each has one tree. Rows are drawn, so they are asked for what they
  /// are of.
  private static List<String> roots(SessionStage screen) {
    TableView<?> table = screen.table(TABLE);
    return table == null
        ? List.of()
        : table.getItems().stream()
            .map(line -> INSTANCE.matcher(String.valueOf(line)))
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .distinct()
            .toList();
  }

  private static boolean says(SessionStage screen, String words) {
    return screen.window.getScene().getRoot().lookupAll(".label").stream()
        .anyMatch(
            node -> node instanceof Labeled one && String.valueOf(one.getText()).contains(words));
  }

  /// How many texts that can be seen say so.
  private static long saying(SessionStage screen, String words) {
    return screen.window.getScene().getRoot().lookupAll(".label").stream()
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .filter(one -> shown(one) && String.valueOf(one.getText()).contains(words))
        .count();
  }

  private static void hideTheMessage(SessionStage screen) {
    Screen.run(
        () ->
            screen.window.getScene().getRoot().lookupAll(".message-bar .button").stream()
                .filter(MergedLocksScreenTest::shown)
                .map(Button.class::cast)
                .forEach(Button::fire));
  }

  private static boolean shown(Node node) {
    return node.isVisible() && (node.getParent() == null || shown(node.getParent()));
  }

  private List<AuditEntry> done() {
    return stage.audit.newest(Optional.empty(), "", 20).stream()
        .filter(entry -> entry.outcome() == AuditEntry.Outcome.DONE)
        .toList();
  }

  @Test
  void rootsOfBothStandInOneOrderAndTheWorstOrTheChosenAreKilled() throws Exception {
    InstanceRef one = stage.instance("shop-db-with-a-long-name-1", Safety.CAREFUL);
    InstanceRef two = stage.instance("shop-db-2", Safety.CAREFUL, maria.port());
    InstanceRef dead = stage.instance("shop-db-3", Safety.CAREFUL, 1);
    try (TestSchema here = TestSchema.on(mysql);
        TestSchema there = TestSchema.on(maria);
        Scene small = Scene.in(here);
        Scene large = Scene.in(there);
        var screen = new SessionStage(stage.kit, one, two, dead)) {
      screen.choose("locks");
      pile(large, 4);
      pile(small, 1);
      Screen.until(
          "the worst stands first",
          () -> roots(screen).equals(List.of("shop-db-2", "shop-db-with-a-long-name-1")));
      Screen.until("5 of 3", () -> says(screen, "5 sessions wait on 2 of 3 instances"));
      Screen.until("who is not there", () -> saying(screen, "shop-db-3") > 0);
      Screen.settle();
      assertThat(Screen.get(() -> saying(screen, "shop-db-3"))).as("named once").isEqualTo(1);
      assertThat(Screen.get(() -> says(screen, "; 1 could not be read"))).isTrue();
      screen.shoot("locks-merged");
      hideTheMessage(screen);
      Screen.until("the notes name it then", () -> says(screen, "not read: shop-db-3"));
      assertThat(Screen.get(() -> saying(screen, "shop-db-3"))).as("still once").isEqualTo(1);

      TableView<Object> table = screen.table(TABLE);
      Screen.run(() -> table.getSelectionModel().clearSelection());
      screen.press(TABLE, KeyCode.K, true, false);
      Screen.until("the worst root", () -> says(screen, "Releases 4"));
      screen.shoot("locks-merged-worst");
      Screen.until("its sheet", () -> kill(screen).isPresent());
      assertThat(Screen.get(() -> kill(screen).orElseThrow().getText()))
          .startsWith("Kill connection");
      screen.fire("Back");

      Screen.run(() -> table.getSelectionModel().selectAll());
      screen.press(TABLE, KeyCode.K, true, false);
      Button kill = screen.theButton("Kill 2 connections on 2 instances");
      assertThat(Screen.get(() -> says(screen, "shop-db-2: Releases 4"))).isTrue();
      screen.shoot("locks-merged-kill");
      Screen.until("it can be pressed", () -> !kill.isDisabled());
      Screen.run(kill::fire);
      Screen.until("both are done", () -> done().size() == 2);
      assertThat(done().stream().map(entry -> entry.instance().name()).collect(Collectors.toSet()))
          .containsExactlyInAnyOrder("shop-db-with-a-long-name-1", "shop-db-2");
    }
  }

  private static Optional<Button> kill(SessionStage screen) {
    return screen.window.getScene().getRoot().lookupAll(".button").stream()
        .filter(node -> node instanceof Button one && one.getText() != null)
        .map(Button.class::cast)
        .filter(one -> one.getText().startsWith("Kill connection"))
        .findFirst();
  }
}
