package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.binnacle.diagnosis.view.board.BoardPanel;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.States;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.StuckProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a server that hangs has told before turns grey, so that nobody takes it for news.
@SuppressWarnings("NullAway")
@Tag("server")
@Tag("screen")
final class StaleScreenTest {
  private RunningServer running;
  private Theatre stage;
  private Themes themes;

  @BeforeEach
  void open() {
    Screen.start();
    running = TestServers.shared(Distribution.MYSQL_8_0);
    stage = new Theatre(running);
    themes = Screen.get(() -> new Themes(stage.settings));
  }

  @AfterEach
  void close() throws Exception {
    Screen.run(themes::close);
    stage.close();
  }

  private Stage show(Panel panel) {
    return Screen.get(
        () -> {
          var scene = new Scene(new Layer(panel.node()), 1280, 700);
          themes.dress(scene);
          var window = new Stage();
          window.setScene(scene);
          window.show();
          return window;
        });
  }

  private void leave(Stage window, Panel panel) {
    Screen.run(
        () -> {
          panel.close();
          themes.undress(window.getScene());
        });
    Screen.close(window);
  }

  @Test
  void aRowOfTheBoardTurnsGreyUntilItsServerIsKnownToBeDown() throws Exception {
    stage.settings.put("board.interval-s", "1");
    try (var proxy = new StuckProxy(running.host(), running.port())) {
      stage.instance("shop-db-1", Safety.CAREFUL);
      stage.instance("shop-db-2", Safety.CAREFUL, proxy.port());
      Panel panel = Screen.get(() -> new BoardPanel(stage.kit, (instances, view) -> {}));
      Stage window = show(panel);
      Screen.until(
          "both answer",
          () ->
              row(panel, "shop-db-1").contains("age=0 s")
                  && row(panel, "shop-db-2").contains("age=0 s"));
      proxy.stick();
      Screen.until("its row is stale", () -> row(panel, "shop-db-2").contains("stale=true"));
      assertThat(row(panel, "shop-db-1")).contains("stale=false");
      Pictures.take(themes, window.getScene(), "board-stale");
      Screen.until(
          "it is down, which is news", () -> row(panel, "shop-db-2").contains("stale=false"));
      leave(window, panel);
    }
  }

  private static String row(Panel panel, String name) {
    return Screen.get(
        () ->
            ((TableView<?>) panel.node().lookup(".table-view"))
                .getItems().stream()
                    .map(String::valueOf)
                    .filter(row -> row.contains("name=" + name + ","))
                    .findFirst()
                    .orElse(""));
  }

  @Test
  void theTableBelowAViewsHeadTurnsGrey() throws Exception {
    try (var proxy = new StuckProxy(running.host(), running.port());
        TestSchema schema = TestSchema.on(running);
        AutoCloseable _ = stage::quiet) {
      var instance = stage.instance("shop-db-2", Safety.CAREFUL, proxy.port());
      schema.run(
          "CREATE TABLE stock (id INT PRIMARY KEY, qty INT)", "INSERT INTO stock VALUES (7, 1)");
      stage.idle(schema.name(), "UPDATE stock SET qty = 2 WHERE id = 7");
      long _ = stage.run(schema.name(), "UPDATE stock SET qty = 3 WHERE id = 7");
      Panel panel =
          Screen.get(() -> new DiagnosisPanels(stage.kit).sessions("shop-db-2", List.of(instance)));
      Stage window = show(panel);
      Screen.run(() -> DiagnosisPanels.choose(panel, "locks"));
      Screen.until("who waits is read", () -> !isStale(panel) && rows(panel) >= 2);
      proxy.stick();
      Screen.until("the table is grey", () -> isStale(panel));
      Pictures.take(themes, window.getScene(), "locks-stale");
      leave(window, panel);
    }
  }

  private static int rows(Panel panel) {
    return Screen.get(
        () ->
            panel.node().lookup(".locks-view .table-view") instanceof TableView<?> table
                ? table.getItems().size()
                : 0);
  }

  private static boolean isStale(Panel panel) {
    return Screen.get(
        () -> {
          Node split = panel.node().lookup(".locks-view .split-pane");
          return split != null && split.getPseudoClassStates().contains(States.STALE);
        });
  }
}
