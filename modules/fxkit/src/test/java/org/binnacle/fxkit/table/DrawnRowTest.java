package org.binnacle.fxkit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import org.binnacle.fxkit.Sessions;
import org.binnacle.fxkit.Sessions.Row;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
@Tag("screen")
class DrawnRowTest {
  private final MemorySettings settings = new MemorySettings();
  private LiveTable<Row, Long> table;
  private Themes themes;
  private Stage stage;

  @BeforeAll
  static void start() {
    Screen.start();
  }

  @BeforeEach
  void open() {
    table = Screen.get(() -> new LiveTable<>("try", Row::id, Sessions.columns(), settings));
    stage = Screen.show(() -> new Layer(table.view()), 1200, 600);
    Screen.run(
        () -> {
          themes = new Themes(settings);
          themes.choice().set(Themes.Choice.LIGHT);
          themes.dress(stage.getScene());
          table.states(Sessions::states);
          table.sortBy("id", false, false);
        });
    table.rows(Sessions.round(60, 0));
    Screen.until("rows", () -> table.shown().size() == 60);
    Screen.settle();
  }

  @AfterEach
  void close() {
    Screen.run(
        () -> {
          table.close();
          themes.close();
        });
    Screen.close(stage);
  }

  @Test
  void aRowShowsItsWordsInTheOrderOfTheColumnsAndCutsWhatDoesNotFit() {
    List<String> words = words(8);
    assertThat(words.subList(0, 2)).containsExactly("1000008", "app0");
    assertThat(words.get(2)).startsWith("…").endsWith("example.com:30008");
    assertThat(words.get(3)).isEqualTo("296 s");
    assertThat(words.get(4)).isEqualTo("Waiting for table metadata lock");
    assertThat(words.getLast()).startsWith("UPDATE inventory").endsWith("*/");
    Screen.run(() -> table.view().getColumns().getLast().setPrefWidth(300));
    pulse();
    assertThat(words(8).getLast()).startsWith("UPDATE inventory").endsWith("…");
  }

  @Test
  void columnsThatAreMovedHiddenOrSizedAreDrawnAnew() {
    Screen.run(
        () -> {
          var heads = table.view().getColumns();
          heads.get(2).setVisible(false);
          heads.add(0, heads.remove(1));
        });
    pulse();
    assertThat(words(0)).startsWith("app0", "1000000").doesNotContain("app-server-00");
    String before = words(0).getLast();
    Screen.run(() -> table.view().getColumns().getLast().setPrefWidth(300));
    pulse();
    assertThat(words(0).getLast().length()).isLessThan(before.length());
  }

  @Test
  void figuresOfTheLastColumnStandBelowItsHeading() {
    Screen.run(
        () -> {
          var heads = table.view().getColumns();
          heads.add(heads.remove(3));
          heads.get(heads.size() - 2).setPrefWidth(200);
        });
    pulse();
    assertThat(words(8).getLast()).isEqualTo("296 s");
    double figures = Screen.get(() -> right(texts(8).getLast()));
    double heading =
        Screen.get(
            () ->
                right(table.view().lookup(".column-header.beside-menu > .label").lookup(".text")));
    assertThat(figures).isBetween(heading - 8, heading);
  }

  private static double right(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMaxX();
  }

  @Test
  void newValuesAreSeen() {
    table.rows(Sessions.round(60, 1));
    Screen.until("new time", () -> words(0).contains("11 s"));
    assertThat(words(0)).contains("1000000", "updating").doesNotContain("0 s");
  }

  @Test
  void aChangedThemeReachesRowsThatWereDrawnBefore() {
    Paint light = Screen.get(() -> texts(0).getFirst().getFill());
    Screen.run(() -> themes.choice().set(Themes.Choice.DARK));
    Screen.until("dark letters", () -> !texts(0).getFirst().getFill().equals(light));
    Screen.run(() -> themes.size().set(16));
    Screen.until("large letters", () -> texts(0).getFirst().getFont().getSize() == 16);
    Screen.run(() -> stage.getScene().getRoot().applyCss());
    assertThat(Screen.get(() -> texts(0).getFirst().getFont().getSize())).isEqualTo(16);
  }

  @Test
  void clicksSelectAsInEveryTable() {
    press(3, false, false);
    assertThat(selected()).containsExactly(3);
    press(6, true, false);
    assertThat(selected()).containsExactly(3, 4, 5, 6);
    press(1, true, false);
    assertThat(selected()).containsExactly(1, 2, 3);
    press(8, false, true);
    assertThat(selected()).containsExactly(1, 2, 3, 8);
    press(2, false, true);
    assertThat(selected()).containsExactly(1, 3, 8);
    press(5, false, false);
    assertThat(selected()).containsExactly(5);
    assertThat(Screen.get(() -> table.focusedColumn().orElseThrow().id())).isEqualTo("user");
  }

  @Test
  void aRangeBeginsAtItsRowEvenWhereThatHasMoved() {
    press(4, false, false);
    table.rows(Sessions.round(60, 1).subList(2, 60));
    Screen.until("two fewer", () -> table.shown().size() == 58);
    pulse();
    press(5, true, false);
    assertThat(Screen.get(() -> table.selection().get()))
        .extracting(Row::id)
        .containsExactly(1_000_004L, 1_000_005L, 1_000_006L, 1_000_007L);
  }

  @Test
  void aScreenReaderHearsTheWholeRow() {
    assertThat(Screen.get(() -> row(0).queryAccessibleAttribute(AccessibleAttribute.TEXT)))
        .asString()
        .startsWith("Id 1000000, User app0, Host app-server-00")
        .endsWith("/* 0 */");
  }

  @Test
  void fiveThousandRowsSortedAndFilteredAnewKeepSelectionAndScroll() {
    Screen.run(() -> table.sortBy("time", true, false));
    table.rows(Sessions.round(5_000, 0));
    Screen.until("rows", () -> table.shown().size() == 5_000);
    Screen.run(
        () -> {
          table.select(Set.of(1_002_000L, 1_003_003L));
          table.view().scrollTo(2_500);
        });
    pulse();
    int kept = 0;
    for (int round = 1; round <= 60; round++) {
      long top = topId();
      List<Row> before = Screen.get(table::shown);
      int rest = round % 7;
      List<Row> rows = Sessions.round(5_000, round);
      List<Row> wanted =
          rows.stream()
              .filter(row -> row.id() % 7 != rest || row.id() == top || row.id() % 1000 < 4)
              .sorted(Comparator.comparingDouble(Row::timeS).reversed().thenComparingLong(Row::id))
              .toList();
      table.filter(row -> row.id() % 7 != rest || row.id() == top || row.id() % 1000 < 4);
      table.rows(rows);
      Screen.until("round " + round, () -> table.shown().equals(wanted));
      pulse();
      // The last page cannot have its first row at the top.
      if (indexOf(top, before) < before.size() - 40 && indexOf(top, wanted) < wanted.size() - 40) {
        assertThat(topId()).as("round " + round).isEqualTo(top);
        kept++;
      }
      assertThat(Screen.get(() -> table.selection().get()))
          .extracting(Row::id)
          .containsExactlyInAnyOrder(1_002_000L, 1_003_003L);
    }
    assertThat(kept).isGreaterThan(30);
  }

  private static int indexOf(long id, List<Row> rows) {
    return rows.stream().map(Row::id).toList().indexOf(id);
  }

  private void pulse() {
    Screen.run(() -> stage.getScene().getRoot().layout());
    Screen.settle();
  }

  private long topId() {
    return Screen.get(
        () -> {
          stage.getScene().getRoot().layout();
          return table.view().lookupAll(".live-row").stream()
              .map(LiveRow.class::cast)
              .filter(row -> row.isVisible() && !row.isEmpty() && row.getLayoutY() > -25.5)
              .min(Comparator.comparingDouble(Node::getLayoutY))
              .map(row -> ((Row) row.getItem()).id())
              .orElseThrow();
        });
  }

  private LiveRow<?> row(int index) {
    return table.view().lookupAll(".live-row").stream()
        .map(node -> (LiveRow<?>) node)
        .filter(row -> row.isVisible() && row.getIndex() == index)
        .findFirst()
        .orElseThrow();
  }

  private List<Word> texts(int index) {
    return row(index).getChildrenUnmodifiable().stream()
        .filter(node -> node instanceof Word && node.isVisible())
        .map(Word.class::cast)
        .filter(word -> !word.getFont().getFamily().contains("Icons"))
        .sorted(Comparator.comparingDouble(Node::getLayoutX))
        .toList();
  }

  private List<String> words(int index) {
    return Screen.get(() -> texts(index).stream().map(Word::getText).toList());
  }

  private List<Integer> selected() {
    return Screen.get(
        () -> table.view().getSelectionModel().getSelectedIndices().stream().sorted().toList());
  }

  private void press(int index, boolean shift, boolean shortcut) {
    Screen.run(
        () -> {
          LiveRow<?> row = row(index);
          for (EventType<MouseEvent> type :
              List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            Event.fireEvent(row, mouse(row, type, shift, shortcut));
          }
        });
  }

  private static MouseEvent mouse(
      Node row, EventType<MouseEvent> type, boolean shift, boolean shortcut) {
    Point2D at = row.localToScene(100, 10);
    return new MouseEvent(
        type,
        at.getX(),
        at.getY(),
        at.getX(),
        at.getY(),
        MouseButton.PRIMARY,
        1,
        shift,
        shortcut,
        false,
        false,
        type == MouseEvent.MOUSE_PRESSED,
        false,
        false,
        false,
        false,
        true,
        null);
  }
}
