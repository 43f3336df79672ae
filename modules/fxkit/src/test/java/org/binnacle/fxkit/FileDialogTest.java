package org.binnacle.fxkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// The file dialog of the window system. While it is open JavaFX runs nothing else, so the keys
/// come from AWT's robot.
@Tag("window-system")
@EnabledIfEnvironmentVariable(
    named = "DISPLAY",
    matches = ".+",
    disabledReason = "needs an X display: xvfb-run -a mvn -Pwindow-system verify ...")
class FileDialogTest {

  @Test
  void itOpensAndLeavingItGivesNoFile() throws Exception {
    Screen.start();
    Stage stage = Screen.show(() -> new Layer(new Label("x")), 600, 400);
    Screen.run(
        () -> {
          stage.setX(20);
          stage.setY(20);
        });
    var answer = new CompletableFuture<Optional<Path>>();
    FxThread.later(
        () -> answer.complete(new SystemChoosers().open(stage, "Open a file", List.of())));
    until(answer, FileDialogTest::isOpen);
    var robot = new Robot();
    until(
        answer,
        () -> {
          leave(robot);
          return answer.isDone();
        });
    assertThat(answer.get(1, TimeUnit.SECONDS)).isEmpty();
    Screen.close(stage);
  }

  /// Escape where a window manager gives the dialog the keys. Under a bare X server none does:
  /// there the button left of the last one at the dialog's lower right corner is clicked.
  private static void leave(Robot robot) {
    robot.keyPress(KeyEvent.VK_ESCAPE);
    robot.keyRelease(KeyEvent.VK_ESCAPE);
    var screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    BufferedImage seen = robot.createScreenCapture(screen);
    int right = screen.width - 1;
    while (right > 200 && dark(seen, right, 200)) {
      right--;
    }
    int bottom = screen.height - 1;
    while (bottom > 200 && dark(seen, right - 60, bottom)) {
      bottom--;
    }
    robot.mouseMove(right - 140, bottom - 23);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
  }

  private static boolean dark(BufferedImage seen, int x, int y) {
    return (seen.getRGB(x, y) & 0xFFFFFF) == 0;
  }

  private static boolean isOpen() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getMethodName().equals("_showFileChooser"));
  }

  private static void until(CompletableFuture<?> answer, BooleanSupplier condition)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
      try {
        answer.get(50, TimeUnit.MILLISECONDS);
      } catch (TimeoutException stillOpen) {
        // Looked at again.
      }
    }
  }
}
