package org.binnacle.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.binnacle.app.window.MainWindow;
import org.binnacle.app.window.Parts;
import org.binnacle.app.window.Status;
import org.binnacle.app.window.WindowWiring;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.SystemChoosers;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.kernel.Words;
import org.binnacle.review.view.Past;
import org.binnacle.review.view.ReviewPanels;
import org.binnacle.review.view.Servers;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQL review in the real window: as a desktop opens a file, by the menu, by a drop.
@SuppressWarnings("NullAway")
@Tag("screen")
class ReviewPartsTest {
  @TempDir Path folder;
  private final AtomicReference<ReviewParts> parts = new AtomicReference<>();
  private MainWindow window;

  @BeforeEach
  void open() {
    Screen.start();
    window =
        Screen.get(
            () ->
                MainWindow.open(
                    new WindowWiring(
                        new MemorySettings(),
                        new Words(),
                        "0.1.0",
                        Path.of("state"),
                        new SystemChoosers(),
                        new Tasks(),
                        desk -> {
                          var made =
                              new ReviewParts(
                                  desk, Past.none(), Servers.none(), () -> window.stage());
                          parts.set(made);
                          return new Parts(
                              new VBox(new Label("Fleet")),
                              made.kinds(),
                              made.commands(),
                              List.of(),
                              Status::none,
                              List.of("review.new"));
                        })));
  }

  @AfterEach
  void close() {
    Screen.run(window::close);
  }

  private List<String> titles() {
    return Screen.get(
        () -> window.workbench().panels().stream().map(p -> p.title().getValue()).toList());
  }

  @Test
  void aFileOfTheDesktopIsOpenedAndReviewed() throws IOException {
    Path file = Files.writeString(folder.resolve("change.sql"), "CREATE TABLE t (a int);\n");
    assertThat(Screen.get(() -> window.workbench().open(ReviewPanels.REVIEW + file))).isTrue();
    Screen.until("its name", () -> titles().equals(List.of("change.sql")));
    Screen.until(
        "waves",
        () -> {
          Node area = window.stage().getScene().getRoot().lookup("#review-editor");
          return area instanceof SqlArea editor && !editor.squiggles().isEmpty();
        });
    assertThat(
            Screen.get(() -> window.workbench().open(ReviewPanels.REVIEW + folder + "/gone.sql")))
        .isFalse();
  }

  @Test
  void scriptsAndFoldersThatAreDroppedAreTakenAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("A.SQL"), "SELECT 1;\n");
    Path plan = Files.writeString(folder.resolve("plan.json"), "{}");
    assertThat(Screen.get(() -> parts.get().drop(file))).isTrue();
    assertThat(Screen.get(() -> parts.get().drop(folder))).isTrue();
    assertThat(Screen.get(() -> parts.get().drop(plan))).isFalse();
    assertThat(titles()).hasSize(2);
  }

  @Test
  void theMenuOpensReviewsAndRules() {
    for (String id : List.of("review.new", "review.rules")) {
      Command command =
          window.commands().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
      assertThat(command.menu()).isEqualTo("Review");
      Screen.run(command::run);
    }
    assertThat(Screen.get(() -> window.workbench().panels()))
        .extracting(Panel::help)
        .containsExactly("review", "review");
  }
}
