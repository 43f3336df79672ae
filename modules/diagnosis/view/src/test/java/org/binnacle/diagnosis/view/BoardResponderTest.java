package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.fake.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What an incident responder does with the board: goes on by keys, pins, groups, sees what moved.
@SuppressWarnings("NullAway")
@Tag("screen")
final class BoardResponderTest {
  private BoardStage board;

  @BeforeEach
  void start() {
    board = new BoardStage();
  }

  @AfterEach
  void end() {
    board.close();
  }

  private String preview() {
    return Screen.get(
        () ->
            board.panel.node().lookup(".preview-title") instanceof Label title
                ? title.getText()
                : "");
  }

  private boolean pinned() {
    return Screen.get(
        () ->
            board.panel.node().lookup("#preview-pin") instanceof ToggleButton pin
                && pin.isSelected());
  }

  @Test
  void keysOpenTheViewsAndTheKillSheet() {
    board.ready();
    board.press(KeyCode.L);
    assertThat(board.opened).as("nothing is selected").isEmpty();
    board.select("shop-db-07");
    board.press(KeyCode.L);
    board.press(KeyCode.T);
    assertThat(board.opened)
        .extracting(InstanceRef::name)
        .containsExactly("shop-db-07", "shop-db-07");
    assertThat(board.views).containsExactly("locks", "replication");
    board.press(KeyCode.K);
    Screen.until(
        "the sheet of rules",
        () ->
            BoardStage.text(board.stage.getScene().getRoot())
                .contains("Kill by rule on shop-db-07"));
    board.shoot("board-kill");
  }

  @Test
  void aPinnedPreviewStaysWhileTheSelectionMoves() {
    board.ready();
    board.fleet.node(11).become(Mood.LOCK_PILE);
    board.fleet.node(15).become(Mood.TOO_MANY);
    Screen.until("two are critical", () -> board.chips().contains("2 critical"));
    board.select("shop-db-11");
    Screen.until("it is previewed", () -> preview().equals("shop-db-11"));
    // Below the head it has a skin, and so words, from its first pulse on.
    Screen.until(
        "its sessions are read",
        () -> {
          String words = BoardStage.text(board.panel.node());
          return words.contains("Users") && !words.contains("reading...");
        });
    assertThat(BoardStage.text(board.panel.node()))
        .contains("Users", "Hosts", "Top statements", "Longest statements");
    board.shoot("board-preview");
    board.press(KeyCode.SPACE);
    assertThat(pinned()).isTrue();
    board.select("shop-db-15");
    Screen.settle();
    assertThat(preview()).isEqualTo("shop-db-11");
    board.shoot("board-pinned");
    board.press(KeyCode.ESCAPE);
    assertThat(pinned()).as("Esc unpins before it hides").isFalse();
    Screen.until("the selection is previewed", () -> preview().equals("shop-db-15"));
    board.press(KeyCode.ESCAPE);
    assertThat(Screen.get(() -> board.panel.node().lookup(".board-preview"))).isNull();
  }

  @Test
  void clustersAreListedTheWorstFirstAndEntered() {
    board.ready();
    board.fleet.node(13).become(Mood.LOCK_PILE);
    board.fleet.node(17).become(Mood.LOCK_PILE);
    Screen.until("two are critical", () -> board.chips().contains("2 critical"));
    board.press(KeyCode.G);
    Screen.until("four groups, pay first", () -> groups().startsWith("pay|") && many() == 4);
    board.shoot("board-groups");
    board.press(KeyCode.L);
    assertThat(board.opened).as("no group is selected").isEmpty();
    Screen.run(() -> table().getSelectionModel().select(0));
    board.press(KeyCode.L);
    assertThat(board.opened).hasSize(10).allMatch(one -> one.cluster().equals("pay"));
    board.press(KeyCode.ENTER);
    Screen.until("its instances", () -> many() == 10);
    assertThat(Screen.get(() -> board.query().getText())).isEqualTo("cluster:\"pay\"");
    board.press(KeyCode.ESCAPE);
    Screen.until("back at the groups", () -> many() == 4 && groups().startsWith("pay|"));
    assertThat(Screen.get(() -> board.query().getText())).isEmpty();
    Screen.run(() -> board.query().setText("is:critical"));
    Screen.until("only groups with what passes", () -> groups().equals("pay|"));
    Screen.run(() -> board.query().setText(""));
    board.press(KeyCode.G);
    Screen.until("by environment", () -> groups().equals("staging|production|"));
    board.press(KeyCode.G);
    Screen.until(
        "by business",
        () -> groups().equals("retail & wholesale of everything in Europe|(no business)|"));
    board.press(KeyCode.G);
    Screen.until("by tag", () -> groups().equals("eu=west|(no tag)|backup|"));
    board.shoot("board-tags");
    board.press(KeyCode.G);
    Screen.until("not grouped", () -> many() == BoardStage.SIZE);
  }

  @Test
  void aScoreThatRoseAndARowThatMovedAreSeen() {
    board.ready();
    board.fleet.node(30).become(Mood.LOCK_PILE);
    Screen.until(
        "its left edge is lit, and its change is told",
        () ->
            Screen.get(
                () -> {
                  String first = String.valueOf(table().getItems().getFirst());
                  return first.contains("name=shop-db-30,")
                      && first.contains("moved=true")
                      && first.matches("(?s).*change=[1-9].*");
                }));
    board.shoot("board-moved");
    Screen.until(
        "the edge is as before",
        () -> Screen.get(() -> !table().getItems().toString().contains("moved=true")));
  }

  @Test
  void theMaintenanceOfAnInstanceIsEndedInItsSheet() {
    board.ready();
    board.fleet.node(11).become(Mood.LOCK_PILE);
    Screen.until("it is critical", () -> board.chips().contains("1 critical"));
    board.diagnosis.silences().maintain("id11", Duration.ofHours(2));
    Screen.until("it is in maintenance", () -> board.chips().contains("0 critical"));
    board.select("shop-db-11");
    board.press(KeyCode.A);
    Screen.until("until when", () -> told().contains("   in maintenance"));
    board.shoot("board-maintenance");
    Screen.run(() -> board.button("End the maintenance").fire());
    assertThat(board.diagnosis.silences().maintenance("id11")).isEmpty();
    assertThat(board.diagnosis.silences().until("id11", "lock-waits")).isEmpty();
    Screen.settle();
    assertThat(board.button("End the maintenance").isDisabled()).as("it is ended").isTrue();
    assertThat(told())
        .contains("the maintenance is ended", "   counts again")
        .doesNotContain("in maintenance");
    board.shoot("board-maintenance-ended");
    Screen.until("it counts on the board", () -> board.chips().contains("1 critical"));
  }

  private String told() {
    return BoardStage.text(board.stage.getScene().getRoot());
  }

  private TableView<?> table() {
    Node at = board.panel.node().lookup(".table-view");
    return (TableView<?>) at;
  }

  private int many() {
    return Screen.get(() -> table().getItems().size());
  }

  /// The names of the groups in their order.
  private String groups() {
    return Screen.get(
        () -> {
          var words = new StringBuilder();
          for (Object group : table().getItems()) {
            String text = String.valueOf(group);
            if (!text.startsWith("BoardGroup[")) {
              return "";
            }
            words.append(text.replaceAll("(?s).*?words=([^,]*),.*", "$1")).append('|');
          }
          return words.toString();
        });
  }
}
