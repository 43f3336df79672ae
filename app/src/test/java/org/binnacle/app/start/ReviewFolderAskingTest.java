package org.binnacle.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.binnacle.app.house.House;
import org.binnacle.review.history.KeptRun;
import org.binnacle.review.history.Life;
import org.binnacle.review.history.Scope;
import org.binnacle.review.view.ReviewPanels;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestFleet;
import org.binnacle.testkit.server.Fleet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder of scripts on the screen whose review asks a replica that really runs, and the name
/// that its findings are kept under.
@SuppressWarnings("NullAway")
@Tag("screen")
@Tag("server")
class ReviewFolderAskingTest {
  @TempDir Path folder;

  @Test
  void aFolderAsksAReplicaAndIsKeptUnderTheNameThatWasTyped() throws Exception {
    Path scripts = Files.createDirectories(folder.resolve("migrations"));
    Path first =
        Files.writeString(
            scripts.resolve("V1.sql"), "ALTER TABLE orders ADD total decimal(10,2) NOT NULL;\n");
    Path second =
        Files.writeString(
            scripts.resolve("V2.sql"),
            """
            SELECT id FROM orders WHERE note = 'x';
            SELECT nothing FROM ten;
            """);
    try (Fleet fleet = TestFleet.start(Distribution.MYSQL_8_0, 1);
        House house = ReviewWindow.house(folder, fleet)) {
      try (var screen = new ReviewWindow(house)) {
        author(screen, house, "Ann Example");
        opened(screen, house, scripts);
        asked(screen, house, first, second);
      }
      try (var screen = new ReviewWindow(house)) {
        openedAgain(screen, house, scripts, second);
      }
    }
  }

  private static void author(ReviewWindow screen, House house, String name) {
    Screen.run(() -> screen.window().workbench().open("settings"));
    Screen.until(
        "the field",
        () -> screen.window().stage().getScene().lookup(".page") != null && field(screen) != null);
    Screen.run(
        () -> {
          field(screen).setText(name);
          field(screen).fireEvent(new ActionEvent());
        });
    screen.shoot("review-author-setting");
    assertThat(house.settings().get(KeptReviews.AUTHOR)).contains(name);
  }

  private static TextField field(ReviewWindow screen) {
    return screen.window().stage().getScene().getRoot().lookupAll(".text-field").stream()
        .filter(n -> ("setting-" + KeptReviews.AUTHOR).equals(n.getId()))
        .map(TextField.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static List<KeptRun> runs(House house) {
    return house.reviews().runs(Scope.ALL, 10);
  }

  private static String summary(ReviewWindow screen) {
    Label label = screen.find("#review-folder-summary", Label.class);
    return label == null ? "" : Screen.get(label::getText);
  }

  /// The run that opening began is kept, under the name.
  private static void opened(ReviewWindow screen, House house, Path scripts) {
    Screen.run(() -> screen.window().workbench().open(ReviewPanels.REVIEW + scripts));
    Screen.until("kept", () -> runs(house).size() == 1);
    assertThat(runs(house).getFirst().totals().files()).isEqualTo(2);
    assertThat(house.reviews().statistics().topRules(Scope.ALL.author("ann example"))).isNotEmpty();
    assertThat(house.reviews().statistics().topRules(Scope.ALL.author("somebody else"))).isEmpty();
  }

  /// The server's own words are findings of the files that they are about.
  private static void asked(ReviewWindow screen, House house, Path first, Path second)
      throws IOException {
    screen.choose("shop");
    Screen.until("the replica", () -> screen.text("#server-card .name").equals("shop-replica"));
    screen.press("Ask this server");
    Screen.until("kept anew", () -> runs(house).size() == 2);
    KeptRun run = runs(house).getFirst();
    assertThat(run.server()).startsWith("8.0.");
    List<Life> seen =
        house.reviews().paths(run.id()).stream()
            .filter(path -> path.endsWith(String.valueOf(second.getFileName())))
            .flatMap(path -> house.reviews().seen(run.id(), path).stream())
            .toList();
    assertThat(seen)
        .extracting(life -> life.seen().mark().rule())
        .as("the replica's tables, and its own words")
        .contains("query.where-index", "valid.explain-precheck");
    assertThat(seen).extracting(life -> life.seen().author()).containsOnly("Ann Example");
    Screen.until("told", () -> summary(screen).contains("2 of 2 files"));
    screen.awaitAsked("Asked shop-replica (replica, 0 s behind)");
    screen.shoot("review-folder-asked");
    assertThat(first).exists();
  }

  /// Another start: the same folder is reviewed again, and nothing of it is kept twice; a script
  /// that was changed is.
  private static void openedAgain(ReviewWindow screen, House house, Path scripts, Path second)
      throws IOException {
    Screen.run(() -> screen.window().workbench().open(ReviewPanels.REVIEW + scripts));
    Screen.until(
        "reviewed",
        () -> summary(screen).contains("2 of 2 files") && !summary(screen).contains("running"));
    Files.writeString(second, "SELECT id FROM orders WHERE note = 'y' AND id = 1;\n");
    Screen.run(() -> screen.window().workbench().close(ReviewPanels.REVIEW + scripts));
    Screen.run(() -> screen.window().workbench().open(ReviewPanels.REVIEW + scripts));
    Screen.until("kept again", () -> runs(house).size() == 3);
    assertThat(runs(house)).as("the unchanged one was not kept").hasSize(3);
  }
}
