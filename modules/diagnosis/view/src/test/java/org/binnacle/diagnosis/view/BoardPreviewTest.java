package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.binnacle.diagnosis.view.board.BoardPanel;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The preview below the board, on real servers: whose sessions they are, where they come from and
/// what they run.
@SuppressWarnings("NullAway")
@Tag("server")
@Tag("screen")
final class BoardPreviewTest {

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0", "MARIADB_11_4"})
  void thePreviewCountsUsersHostsAndStatements(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Screen.start();
    try (var stage = new Theatre(running);
        TestSchema schema = TestSchema.on(running);
        AutoCloseable _ = stage::quiet) {
      stage.settings.put("board.interval-s", "1");
      stage.instance("shop-db-1", Safety.CAREFUL);
      schema.run(
          "CREATE TABLE stock (id INT PRIMARY KEY, qty INT)", "INSERT INTO stock VALUES (7, 1)");
      stage.idle(schema.name(), "UPDATE stock SET qty = 2 WHERE id = 7");
      for (int i = 0; i < 3; i++) {
        long _ =
            stage.run(schema.name(), "UPDATE stock SET qty = qty - %d WHERE id = 7".formatted(i));
      }
      for (int i = 0; i < 2; i++) {
        long _ =
            stage.run(
                schema.name(),
                "SELECT SLEEP(%d), 'a statement that is longer than the room that it has' AS longer_than_that, qty FROM stock WHERE id = %d"
                    .formatted(90 + i, 7));
      }
      Themes themes = Screen.get(() -> new Themes(stage.settings));
      BoardPanel panel = Screen.get(() -> new BoardPanel(stage.kit, (instances, view) -> {}));
      Stage window = Screen.show(() -> new Layer(panel.node()), 1360, 700);
      Screen.run(() -> themes.dress(window.getScene()));
      Screen.until("the instance", () -> rows(panel) == 1);
      Screen.run(
          () -> ((TableView<?>) panel.node().lookup(".table-view")).getSelectionModel().select(0));
      Screen.until("six work", () -> lines(panel, "Users").equals(List.of("6 root")));
      assertThat(lines(panel, "Hosts")).containsExactly("6 127.0.0.1");
      assertThat(lines(panel, "Top statements"))
          .as("the same with other values is one")
          .anyMatch(line -> line.matches("3 .* UPDATE stock SET qty.*"))
          .anyMatch(line -> line.matches("2 .* SELECT SLEEP.*"));
      assertThat(lines(panel, "Longest statements"))
          .hasSize(6)
          .anyMatch(line -> line.endsWith("root (idle in transaction)"));
      String name = "board-preview-" + distribution.name().toLowerCase(Locale.ROOT);
      Pictures.take(themes, window.getScene(), name);
      Screen.run(
          () -> {
            panel.close();
            themes.undress(window.getScene());
            themes.close();
          });
      Screen.close(window);
    }
  }

  private static int rows(BoardPanel panel) {
    return Screen.get(() -> ((TableView<?>) panel.node().lookup(".table-view")).getItems().size());
  }

  /// What stands under a heading of the preview, a line each.
  private static List<String> lines(BoardPanel panel, String heading) {
    return Screen.get(
        () ->
            panel.node().lookupAll(".preview-head").stream()
                .filter(head -> head instanceof Label label && label.getText().equals(heading))
                .flatMap(
                    head ->
                        ((VBox) ((VBox) head.getParent()).getChildren().get(1))
                            .getChildren().stream())
                .map(BoardPreviewTest::words)
                .toList());
  }

  private static String words(Node line) {
    Stream<Node> labels =
        line instanceof Label ? Stream.of(line) : line.lookupAll(".label").stream();
    return String.join(
        " ", labels.map(label -> ((Label) label).getText().replace("\u2007", "")).toList());
  }
}
