package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.fake.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
@Tag("screen")
final class BoardPanelTest {
  private BoardStage board;

  @BeforeEach
  void start() {
    board = new BoardStage();
  }

  @AfterEach
  void end() {
    board.close();
  }

  @Test
  void theSickComeFirstAndAreExplainedFilteredAcknowledgedAndOpened() {
    board.ready();
    board.fleet.node(11).become(Mood.LOCK_PILE);
    board.fleet.node(12).become(Mood.REPLICA_STOPPED);
    board.fleet.node(13).become(Mood.BLACK_HOLE);
    board.fleet.node(14).become(Mood.DENIED);
    board.fleet.node(15).become(Mood.TOO_MANY);
    Screen.until(
        "the sick are on top",
        () ->
            board.names().subList(0, 5).containsAll(BoardStage.names(11, 12, 13, 14, 15))
                && board.chips().contains("1 down"));
    assertThat(board.names().get(4)).as("unknown after critical").isEqualTo("shop-db-14");
    assertThat(board.chips()).contains("3 critical", "1 down", "1 unknown");
    Screen.run(
        () -> {
          TableView<?> table = (TableView<?>) board.panel.node().lookup(".table-view");
          table.getSelectionModel().select(BoardStage.indexOf(table, "shop-db-11"));
        });
    Screen.until(
        "the preview tells why",
        () ->
            BoardStage.text(board.panel.node())
                .contains("lock pile: 41 wait, oldest 20 s; #88213"));
    board.shoot("board");
    board.press(KeyCode.ENTER);
    assertThat(board.opened).extracting(InstanceRef::name).containsExactly("shop-db-11");
    board.press(KeyCode.A);
    TextField minutes = board.find("#acknowledge-minutes", TextField.class);
    Screen.run(() -> minutes.setText("0"));
    assertThat(board.button("Acknowledge for so long").isDisabled())
        .as("no time is no time")
        .isTrue();
    Screen.run(() -> minutes.setText("45"));
    Screen.run(() -> board.boxes().forEach(box -> box.setSelected(true)));
    board.shoot("board-acknowledge");
    Screen.run(() -> board.button("Acknowledge for so long").fire());
    assertThat(board.diagnosis.silences().until("id11", "lock-waits").orElseThrow())
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(44)), Instant.now().plus(Duration.ofMinutes(45)));
    Screen.until("the acknowledged does not count", () -> board.chips().contains("2 critical"));
    Screen.until(
        "until when",
        () ->
            BoardStage.text(board.panel.node())
                .matches("(?s).*#88213.* \\(acknowledged until \\d\\d:\\d\\d\\).*"));
    board.shoot("board-acknowledged");
    Screen.run(() -> board.query().setText("is:down"));
    Screen.until("one is down", () -> board.names().equals(BoardStage.names(13)));
    Screen.run(() -> board.query().setText("score>"));
    Screen.settle();
    assertThat(BoardStage.text(board.panel.node())).contains("is no number");
    assertThat(board.names()).as("the last right query stays").isEqualTo(BoardStage.names(13));
  }

  @Test
  void theSelectedRowStaysWhereItIs() {
    board.ready();
    Screen.run(
        () -> {
          TableView<?> table = (TableView<?>) board.panel.node().lookup(".table-view");
          table.getSelectionModel().select(3);
        });
    String chosen = board.names().get(3);
    int sick = Integer.parseInt(chosen.substring(chosen.length() - 2));
    board.fleet.node(sick).become(Mood.LOCK_PILE);
    board.fleet.node(30).become(Mood.LOCK_PILE);
    Screen.until("both are critical", () -> board.chips().contains("2 critical"));
    Screen.until("the other one is on top", () -> board.names().getFirst().equals("shop-db-30"));
    assertThat(board.names().get(3)).isEqualTo(chosen);
  }

  @Test
  void anEmptyInventorySaysWhatToDo() {
    board.none();
    Screen.until(
        "the hint", () -> BoardStage.text(board.panel.node()).contains("No instances yet"));
  }
}
