package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.binnacle.diagnosis.event.EventKind;
import org.binnacle.diagnosis.trend.Metric;
import org.binnacle.fxkit.chart.TimeChart;
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

/// What happened to an instance is marked on its charts, with the views of it never opened.
@Tag("server")
@Tag("screen")
class TrendMarksTest {

  @Test
  void aDeadlockAndADdlStatementAreMarkedOnTheCharts() throws Exception {
    Screen.start();
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    try (var stage = new Theatre(running);
        TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema)) {
      InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
      try (var looking = stage.diagnosis.fleet().join(state -> {});
          var screen = new SessionStage(stage.kit, instance)) {
        assertThat(looking).isNotNull();
        screen.choose("trends");
        Screen.until("charts", () -> screen.panel.node().lookupAll(".time-chart").size() >= 8);
        Screen.until(
            "a first look",
            () -> stage.diagnosis.trends().seconds(instance.id(), metric()).isPresent());
        scene.deadlock(1, 2);
        scene.metadataLockPile(1);
        Screen.until(
            "both are known",
            () -> kinds(stage, instance).containsAll(List.of(EventKind.DDL, EventKind.DEADLOCK)));
        Instant now = Instant.now();
        stage
            .diagnosis
            .events()
            .note(
                instance.id(),
                new org.binnacle.diagnosis.event.Event(
                    now.minusSeconds(150),
                    EventKind.VARIABLE,
                    "variable changed: max_connections: 151 to 200"));
        stage
            .diagnosis
            .events()
            .note(
                instance.id(),
                new org.binnacle.diagnosis.event.Event(
                    now.minusSeconds(400), EventKind.RESTART, "the server was restarted: 8.0.33"));
        Screen.until("drawn", () -> Instant.now().isAfter(now.plusMillis(1_500)));
        screen.shoot("trend-marks");
        TimeChart chart =
            Screen.get(() -> (TimeChart) screen.panel.node().lookupAll(".time-chart").toArray()[0]);
        Screen.run(() -> point(chart, 150));
        screen.shoot("trend-marks-read");
      }
    }
  }

  private static void point(TimeChart chart, int secondsAgo) {
    Bounds at = chart.getLayoutBounds();
    double x = 52 + (at.getWidth() - 58) * (1 - secondsAgo / 600.0);
    Event.fireEvent(
        chart,
        new MouseEvent(
            MouseEvent.MOUSE_MOVED,
            x,
            40,
            x,
            40,
            MouseButton.NONE,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            new PickResult(chart, x, 40)));
  }

  private static Metric metric() {
    return Metric.ACTIVE;
  }

  private static List<EventKind> kinds(Theatre stage, InstanceRef instance) {
    return stage.diagnosis.events().of(instance.id()).stream()
        .map(org.binnacle.diagnosis.event.Event::kind)
        .toList();
  }
}
