package org.binnacle.fxkit.table;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.binnacle.fxkit.Sessions;
import org.binnacle.fxkit.Sessions.Row;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.testfx.api.FxRobot;

/// What the headless platform cannot do, with the mouse and the keys of a real display.
@Tag("window-system")
@EnabledIfEnvironmentVariable(
    named = "DISPLAY",
    matches = ".+",
    disabledReason = "needs an X display: xvfb-run -a mvn -Pwindow-system verify ...")
@SuppressWarnings("NullAway")
class TableOnDisplayTest {
  private final FxRobot robot = new FxRobot();
  private LiveTable<Row, Long> table;
  private Themes themes;
  private Stage stage;

  @BeforeEach
  void open() {
    Screen.start();
    var settings = new MemorySettings();
    table = Screen.get(() -> new LiveTable<>("try", Row::id, Sessions.columns(), settings));
    stage = Screen.show(() -> new Layer(table.view()), 1200, 600);
    Screen.run(
        () -> {
          themes = new Themes(settings);
          themes.dress(stage.getScene());
          stage.setX(20);
          stage.setY(20);
          table.sortBy("id", false, false);
        });
    table.rows(Sessions.round(60, 0));
    Screen.until("rows", () -> table.shown().size() == 60);
    Screen.until("drawn", () -> !table.view().lookupAll(".live-row").isEmpty());
  }

  @AfterEach
  void close() {
    robot.release(new KeyCode[0]);
    Screen.run(
        () -> {
          table.close();
          themes.close();
        });
    Screen.close(stage);
  }

  @Test
  void aClickOnAHeaderSortsASecondTurnsItAndShiftAddsAKey() {
    robot.clickOn(header("State"), MouseButton.PRIMARY);
    Screen.until("by state", () -> sorted().equals(List.of("state+")));
    robot.clickOn(header("State"), MouseButton.PRIMARY);
    Screen.until("turned", () -> sorted().equals(List.of("state-")));
    robot.press(KeyCode.SHIFT);
    robot.clickOn(header("User"), MouseButton.PRIMARY);
    robot.release(KeyCode.SHIFT);
    Screen.until("two keys", () -> sorted().equals(List.of("state-", "user+")));
    Screen.until("rows follow", () -> table.shown().getFirst().state().startsWith("Waiting"));
  }

  @Test
  void aDraggedHeaderMovesItsColumnAndTheWordsOfTheRows() {
    robot.drag(header("State"), MouseButton.PRIMARY);
    robot.moveTo(header("Id").add(-20, 0));
    robot.drop();
    Screen.until(
        "moved", () -> table.view().getVisibleLeafColumns().getFirst().getId().equals("state"));
    Screen.until(
        "drawn in the new order",
        () -> {
          Word state = word("Sending data");
          return state != null && state.getLayoutX() < 20;
        });
  }

  @Test
  void shiftAndControlWithAClickSelectRangesAndSingleRows() {
    robot.clickOn(row(3), MouseButton.PRIMARY);
    Screen.until("one", () -> selected().equals(List.of(3)));
    robot.press(KeyCode.SHIFT);
    robot.clickOn(row(7), MouseButton.PRIMARY);
    robot.release(KeyCode.SHIFT);
    Screen.until("a range", () -> selected().equals(List.of(3, 4, 5, 6, 7)));
    robot.press(KeyCode.CONTROL);
    robot.clickOn(row(5), MouseButton.PRIMARY);
    robot.clickOn(row(10), MouseButton.PRIMARY);
    robot.release(KeyCode.CONTROL);
    Screen.until("single rows", () -> selected().equals(List.of(3, 4, 6, 7, 10)));
    robot.press(KeyCode.SHIFT);
    robot.push(KeyCode.DOWN);
    robot.release(KeyCode.SHIFT);
    Screen.until("the keyboard goes on from there", () -> selected().contains(11));
  }

  @Test
  void aDoubleClickOpensAndARightClickShowsTheMenuOfTheRow() {
    var opened = new ArrayList<Long>();
    Screen.run(() -> table.onOpen(row -> opened.add(row.id())));
    robot.doubleClickOn(row(2), MouseButton.PRIMARY);
    Screen.until("opened", () -> opened.equals(List.of(1_000_002L)));
    robot.clickOn(row(6), MouseButton.SECONDARY);
    Screen.until(
        "menu", () -> selected().equals(List.of(6)) && table.view().getContextMenu().isShowing());
    robot.push(KeyCode.ESCAPE);
    Screen.until("closed", () -> !table.view().getContextMenu().isShowing());
  }

  private List<String> sorted() {
    return table.view().getSortOrder().stream()
        .map(head -> head.getId() + (head.getSortType() == SortType.ASCENDING ? "+" : "-"))
        .toList();
  }

  private List<Integer> selected() {
    return table.view().getSelectionModel().getSelectedIndices().stream().sorted().toList();
  }

  private @Nullable Word word(String text) {
    return table.view().lookupAll(".live-row").stream()
        .flatMap(row -> ((LiveRow<?>) row).getChildrenUnmodifiable().stream())
        .filter(
            node -> node instanceof Word word && node.isVisible() && text.equals(word.getText()))
        .map(Word.class::cast)
        .findFirst()
        .orElse(null);
  }

  private Point2D header(String title) {
    return Screen.get(
        () ->
            table.view().lookupAll(".column-header .label").stream()
                .filter(node -> node instanceof Label label && title.equals(label.getText()))
                .map(TableOnDisplayTest::middle)
                .findFirst()
                .orElseThrow());
  }

  private Point2D row(int index) {
    return Screen.get(
        () ->
            table.view().lookupAll(".live-row").stream()
                .filter(node -> node.isVisible() && ((LiveRow<?>) node).getIndex() == index)
                .map(
                    node -> {
                      Bounds bounds = node.localToScreen(node.getBoundsInLocal());
                      return new Point2D(bounds.getMinX() + 120, bounds.getCenterY());
                    })
                .findFirst()
                .orElseThrow());
  }

  private static Point2D middle(Node node) {
    Bounds bounds = node.localToScreen(node.getBoundsInLocal());
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }
}
