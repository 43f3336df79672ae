package org.binnacle.testkit.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

@Tag("screen")
class FxTest {
  @Test
  void aWindowIsShownClickedAndPictured(@TempDir Path folder) throws IOException {
    var clicks = new AtomicInteger();
    Stage stage =
        Fx.show(
            () -> {
              var button = new Button("Kill query 4711");
              button.setId("kill");
              button.setOnAction(event -> clicks.incrementAndGet());
              return new StackPane(button);
            },
            320,
            200);
    try {
      new FxRobot().clickOn("#kill");
      Fx.await("the button was clicked", () -> clicks.get() == 1);
      Snapshot.of(stage, folder.resolve("shots/window.png"));
    } finally {
      Fx.close(stage);
    }
    assertThat(ImageIO.read(folder.resolve("shots/window.png").toFile()).getWidth()).isEqualTo(320);
    assertThat(ImageIO.read(folder.resolve("shots/window@1.25.png").toFile()).getHeight())
        .isEqualTo(250);
  }

  @Test
  void whatFailsOnTheFxThreadFailsTheTest() {
    assertThatThrownBy(
            () ->
                Fx.run(
                    () -> {
                      throw new IllegalStateException("over there");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("over there");
  }
}
