package org.binnacle.app.window;

import java.time.Duration;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Ticker;
import org.binnacle.fxkit.theme.Colours;

/// The foot of the main window: the fleet at the left, this program at the right; looked at anew
/// each second while the window is open.
final class StatusBar extends HBox implements AutoCloseable {
  private final Supplier<Status> status;
  private final OwnLoad load = new OwnLoad();
  private final Label instances = new Label("", Icons.of("mdi2s-server-network"));
  private final Label problems = new Label("", Icons.of("mdi2a-alert-outline"));
  private final Label recording = new Label("", Icons.of("mdi2r-record-circle-outline"));
  private final Label tick = new Label("", Icons.of("mdi2r-refresh"));
  private final Label vault = new Label("", Icons.of("mdi2k-key-outline"));
  private final Label own = new Label("", Icons.of("mdi2g-gauge"));
  private final Ticker clock;

  StatusBar(Supplier<Status> status) {
    FxThread.check();
    this.status = status;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    problems.getStyleClass().add("tint");
    recording.getStyleClass().add("tint");
    recording.setId("status-recording");
    recording.setTooltip(new Tooltip("What is being recorded now, and how large it is so far"));
    Colours.put(recording, "red");
    tick.setTooltip(new Tooltip("How often servers are asked, and the age of the newest answer"));
    vault.setTooltip(new Tooltip("Where passwords are kept"));
    own.setTooltip(new Tooltip("What Binnacle itself uses: CPU in percent of one core, heap"));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(instances, problems, recording, gap, tick, vault, own);
    clock = new Ticker(Duration.ofSeconds(1), this::look);
    clock.play();
    look();
  }

  @Override
  public void close() {
    FxThread.check();
    clock.stop();
  }

  private void look() {
    Status now = status.get();
    instances.setText(
        now.instances() == 1 ? "1 instance" : "%,d instances".formatted(now.instances()));
    problems.setText(
        switch (now.problems()) {
          case 0 -> "no problems";
          case 1 -> "1 problem";
          default -> "%,d problems".formatted(now.problems());
        });
    Colours.put(problems, now.problems() == 0 ? "grey" : "red");
    problems.setVisible(now.instances() > 0);
    recording.setText(now.recording());
    recording.setVisible(!now.recording().isEmpty());
    tick.setText(
        "every "
            + seconds(now.tick())
            + now.age().map(age -> ", newest " + seconds(age) + " old").orElse(""));
    tick.setVisible(now.instances() > 0);
    vault.setText(now.vault());
    vault.setVisible(!now.vault().isEmpty());
    own.setText("%.0f %% CPU  %,d MB".formatted(load.cpuPercent(), OwnLoad.heapMb()));
  }

  private static String seconds(Duration duration) {
    double s = duration.toMillis() / 1000.0;
    return s < 10 && s != Math.rint(s) ? "%.1f s".formatted(s) : "%.0f s".formatted(s);
  }
}
