package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.MemoryIncidents;
import org.binnacle.diagnosis.tape.MemoryTapes;
import org.binnacle.diagnosis.tape.Recorder;
import org.binnacle.diagnosis.tape.Recorders;
import org.binnacle.diagnosis.view.incident.IncidentPanel;
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

/// A record is begun and ended by key, with its mark in between, and gone back to in the views.
@SuppressWarnings("try")
@Tag("server")
@Tag("screen")
class RecordScreenTest {
  private static final String TABLE = "sessions.table";

  private RunningServer running;
  private Theatre stage;
  private Incidents incidents;
  private Recorders recorders;
  private Kit kit;

  @BeforeEach
  void open() {
    Screen.start();
    running = TestServers.shared(Distribution.MYSQL_8_0);
    stage = new Theatre(running);
    var tapes = new MemoryTapes();
    incidents =
        new Incidents(
            stage.connections,
            () -> List.copyOf(stage.servers),
            new MemoryIncidents(),
            tapes,
            Clock.systemUTC(),
            new Incidents.Remembered(
                id -> Optional.empty(), stage.diagnosis.panels()::of, id -> Optional.empty()));
    recorders = new Recorders(stage.diagnosis, tapes, Clock.systemUTC());
    kit =
        new Kit(
            stage.diagnosis,
            stage.settings,
            stage.kit.words(),
            stage.kit.tasks(),
            stage.saves,
            Explains.NONE,
            Optional.empty(),
            Optional.of(incidents),
            Doors.none(),
            Optional.empty(),
            Optional.of(recorders));
  }

  @AfterEach
  void close() throws Exception {
    recorders.close();
    stage.close();
  }

  @Test
  void aRecordIsMadeByKeyAndGoneBackToInAllItsViews() throws Exception {
    InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
    Instant pile;
    long waits;
    try (TestSchema schema = TestSchema.on(running);
        var screen = new SessionStage(kit, instance)) {
      screen.press(TABLE, KeyCode.R, true, false);
      screen.the("record-minutes");
      screen.shoot("record-sheet");
      screen.fire("Record");
      Screen.until("the red mark", () -> text(screen, "record").startsWith("REC "));
      Recorder recorder = recorders.running().getFirst();
      try (Scene scene = Scene.in(schema)) {
        scene.idleInTransaction(1);
        waits = scene.rowLockWait(1);
        long before = recorder.state().tape().looks();
        Screen.until("some looks", () -> recorder.state().tape().looks() > before + 5);
        pile = Instant.now();
        screen.shoot("recording");
      }
      long before = recorder.state().tape().looks();
      Screen.until("some more", () -> recorder.state().tape().looks() > before + 3);
      screen.press(TABLE, KeyCode.R, true, false);
      Screen.until("it is kept", () -> says(screen, "Kept among the incidents: record of"));
      assertThat(recorders.running()).isEmpty();
    }
    Incident.Head head = incidents.list("", 5).getFirst();
    var panel = Screen.get(() -> new DiagnosisPanels(kit).incident(head.id()));
    try (var screen = new SessionStage(kit, panel)) {
      Screen.until("its views", () -> says(screen, "RECORDED"));
      Screen.run(() -> ((IncidentPanel) panel).choose("sessions"));
      Screen.until("its end", () -> label(screen, "sessions-time").startsWith("RECORDED, its end"));
      Slider scrubber = screen.the("sessions-scrubber");
      long then = pile.toEpochMilli();
      Screen.run(() -> scrubber.setValue(then));
      screen.until(TABLE, "the one that waited", row -> row.id() == waits);
      assertThat(label(screen, "sessions-time")).contains("before its end");
      // active, blocked, idle in a transaction: of that moment too.
      assertThat(Screen.get(() -> figures(screen))).startsWith("1", "1", "1");
      screen.shoot("record-sessions");
      Screen.run(() -> ((IncidentPanel) panel).choose("locks"));
      Screen.until(
          "the pile of that moment",
          () -> screen.table("locks") != null && screen.table("locks").getItems().size() == 2);
      screen.shoot("record-locks");
      screen.press("locks", KeyCode.K, true, false);
      Screen.until("nothing to act on", () -> says(screen, "This was recorded"));
      Screen.run(() -> ((IncidentPanel) panel).choose("innodb"));
      Screen.until(
          "the figures of that moment",
          () -> screen.table("innodb") != null && screen.table("innodb").getItems().size() > 20);
      assertThat(label(screen, "innodb-time")).contains("before its end");
      screen.shoot("record-innodb");
      Screen.run(() -> ((IncidentPanel) panel).choose("replication"));
      Screen.until(
          "the instance, which replicates nothing",
          () ->
              screen.table("replication") != null
                  && screen.table("replication").getItems().size() == 1);
      assertThat(label(screen, "replication-time")).contains("before its end");
      screen.shoot("record-replication");
    }
  }

  private static String text(SessionStage screen, String id) {
    return Screen.get(() -> screen.<Button>node(id).map(Button::getText).orElse(""));
  }

  private static String label(SessionStage screen, String id) {
    return Screen.get(() -> screen.<Label>node(id).map(Label::getText).orElse(""));
  }

  private static boolean says(SessionStage screen, String words) {
    return screen.window.getScene().getRoot().lookupAll(".label").stream()
        .anyMatch(
            node ->
                node instanceof Labeled one
                    && one.getText() != null
                    && one.getText().contains(words));
  }

  private static List<String> figures(SessionStage screen) {
    return screen.panel.node().lookupAll(".session-strip .figure").stream()
        .map(node -> ((Labeled) node).getText())
        .toList();
  }
}
