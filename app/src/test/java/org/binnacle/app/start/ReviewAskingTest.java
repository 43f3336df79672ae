package org.binnacle.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import org.binnacle.app.house.House;
import org.binnacle.explain.view.plan.PlanPanel;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.review.history.KeptRun;
import org.binnacle.review.history.Scope;
import org.binnacle.review.view.ReviewPanels;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestFleet;
import org.binnacle.testkit.server.Fleet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A review on the screen that asks servers which really run: a source and a replica.
@SuppressWarnings("NullAway")
@Tag("screen")
@Tag("server")
class ReviewAskingTest {
  private static final String SQL =
      """
      -- author: Ann Example
      SELECT id FROM orders WHERE note = 'x';
      SELECT id FROM orders WHERE id = 5;
      ALTER TABLE orders MODIFY note VARCHAR(300);
      """;

  @TempDir Path folder;

  @Test
  void aReplicaIsAskedItsPlansAreOpenedAndTheRunIsKept() throws Exception {
    try (Fleet fleet = TestFleet.start(Distribution.MYSQL_8_0, 1);
        House house = ReviewWindow.house(folder, fleet)) {
      try (var screen = new ReviewWindow(house)) {
        asked(house, screen);
        lags(fleet.replicas().getFirst(), screen);
      }
    }
  }

  private void asked(House house, ReviewWindow screen) throws IOException {
    Path file = Files.writeString(folder.resolve("change.sql"), SQL);
    String id = ReviewPanels.REVIEW + file;
    Screen.run(() -> screen.window().workbench().open(id));
    Screen.until("reviewed", () -> screen.notRun().contains("need a replica"));

    screen.choose("shop");
    Screen.until("the replica", () -> screen.text("#server-card .name").equals("shop-replica"));
    screen.shoot("review-asking-sheet");
    screen.press("Ask this server");
    screen.awaitAsked("Asked shop-replica (replica, 0 s behind)");
    assertThat(screen.notRun()).doesNotContain("replica").doesNotContain("schema");
    screen.shoot("review-asked");
    SqlArea editor = screen.find("#review-editor", SqlArea.class);
    Screen.run(() -> editor.selectWhole(SQL.indexOf("note ="), SQL.indexOf("note =")));
    Screen.until("its plan's line", () -> screen.find("#review-plan", Node.class).isVisible());
    Screen.run(() -> screen.find("#review-plan-open", Hyperlink.class).fire());
    Screen.until(
        "the plan",
        () ->
            screen.window().workbench().front().orElseThrow() instanceof PlanPanel plan
                && plan.model().opened().get().isPresent());
    var opened =
        Screen.get(
            () ->
                ((PlanPanel) screen.window().workbench().front().orElseThrow())
                    .model()
                    .opened()
                    .get()
                    .orElseThrow());
    assertThat(opened.about().sql()).startsWith("SELECT id FROM orders WHERE note");
    assertThat(opened.about().instance().orElseThrow().name()).isEqualTo("shop-replica");
    assertThat(opened.about().database()).isEqualTo("shop");
    screen.shoot("review-plan-opened");
    Screen.run(() -> screen.window().workbench().open(id));

    Screen.until("the run is kept", () -> house.reviews().runs(Scope.ALL, 10).size() == 1);
    KeptRun run = house.reviews().runs(Scope.ALL, 10).getFirst();
    assertThat(run.origin()).isEqualTo(KeptRun.Origin.WINDOW);
    assertThat(run.totals().statements()).isEqualTo(3);

    Screen.run(() -> editor.replace(editor.text().length(), editor.text().length(), "SELECT 1;\n"));
    screen.awaitAsked("was not asked about");
    assertThat(screen.notRun()).doesNotContain("replica");
    assertThat(house.reviews().runs(Scope.ALL, 10)).as("typing keeps nothing").hasSize(1);
    screen.press(editor, KeyCode.F5);
    Screen.until("kept anew", () -> house.reviews().runs(Scope.ALL, 10).size() == 2);
    assertThat(house.settings().get("review.on." + file)).contains("shop\nshop");
  }

  /// The only replica stops: nobody asks it, nor the source, before the user says so.
  private void lags(RunningServer replica, ReviewWindow screen) throws SQLException {
    ReviewWindow.run(replica, "STOP REPLICA SQL_THREAD");
    SqlArea editor = screen.find("#review-editor", SqlArea.class);
    screen.press(editor, KeyCode.F5);
    Screen.until("told", () -> screen.bar().contains("far behind"));
    screen.shoot("review-lagging");
    ReviewWindow.run(replica, "SET GLOBAL super_read_only = OFF", "SET GLOBAL read_only = OFF");
    screen.press(editor, KeyCode.F5);
    Screen.until("told", () -> screen.bar().contains("No server may be asked"));
    screen.link("Ask the source…");
    Screen.until(
        "the question",
        () ->
            screen.button("Ask shop-source") != null || screen.button("Ask shop-replica") != null);
    screen.shoot("review-source-question");
    String verb = screen.button("Ask shop-source") != null ? "Ask shop-source" : "Ask shop-replica";
    screen.press(verb);
    screen.awaitAsked("(source");
  }
}
