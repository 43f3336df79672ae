package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.binnacle.diagnosis.view.instance.InstancePanel;
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

/// Deadlocks are counted behind the view's name while another view is in front.
@Tag("server")
@Tag("screen")
class DeadlockBadgeTest {

  /// As it is to be seen; empty where the button has no room for it.
  private static String count(SessionStage screen) {
    return screen
        .<ToggleButton>node("view-deadlocks")
        .map(ToggleButton::getGraphic)
        .filter(graphic -> graphic.getScene() != null && graphic.getLayoutBounds().getWidth() > 0)
        .map(graphic -> ((Label) graphic).getText())
        .orElse("");
  }

  @Test
  void aDeadlockThatTheFleetsLooksCaughtIsCountedThoughItsViewWasNeverInFront() throws Exception {
    Screen.start();
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    try (var stage = new Theatre(running);
        TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema)) {
      stage.settings.put("board.interval-s", "1");
      InstanceRef one = stage.instance("shop-db-1", Safety.CAREFUL);
      var looked = new CountDownLatch(1);
      try (var looking =
              stage
                  .diagnosis
                  .fleet()
                  .join(
                      state ->
                          state
                              .of(one.id())
                              .filter(beat -> beat.looks() > 4)
                              .ifPresent(beat -> looked.countDown()));
          var screen = new SessionStage(stage.kit, one)) {
        assertThat(looking).isNotNull();
        assertThat(((InstancePanel) screen.panel).chosen()).isEqualTo("sessions");
        assertThat(Screen.get(() -> count(screen))).isEmpty();
        // The first looks only learn where the counter stands.
        assertThat(looked.await(30, TimeUnit.SECONDS)).isTrue();
        scene.deadlock(1, 2);
        Screen.until("caught", () -> count(screen).equals("1"));
        assertThat(((InstancePanel) screen.panel).chosen()).isEqualTo("sessions");
        screen.shoot("deadlock-badge");
      }
    }
  }
}
