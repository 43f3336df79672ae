package org.binnacle.fxkit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.stage.Stage;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
class ColumnFitTest {
  private final MemorySettings settings = new MemorySettings();
  private LiveTable<Line, Integer> table;
  private Stage stage;

  private record Line(int id, String host, String sql) {}

  @BeforeAll
  static void start() {
    Screen.start();
  }

  @BeforeEach
  void open() {
    table = Screen.get(this::made);
    stage = Screen.show(() -> new Layer(table.view()), 900, 400);
    letters(Themes.USUAL);
  }

  @AfterEach
  void close() {
    Screen.run(table::close);
    Screen.close(stage);
  }

  /// Said, since the user agent's sheet is that of whichever test came before.
  private void letters(int px) {
    Screen.run(() -> table.view().getScene().getRoot().setStyle("-fx-font-size: " + px + "px"));
    Screen.settle();
  }

  private LiveTable<Line, Integer> made() {
    var made =
        new LiveTable<>(
            "fit",
            Line::id,
            List.of(
                Column.number("id", "Id", 90, (Line line) -> "" + line.id(), Line::id),
                Column.text("host", "Host", 200, Line::host),
                Column.text("sql", "SQL", 300, Line::sql)),
            settings);
    FillColumn.attach(made.view(), "sql", 200);
    return made;
  }

  private TableColumn<Line, ?> head(int index) {
    return table.view().getColumns().get(index);
  }

  private double width(int index) {
    return Screen.get(() -> head(index).getWidth());
  }

  private void rows(Line... lines) {
    table.rows(List.of(lines));
    Screen.until("rows", () -> table.shown().size() == lines.length);
    Screen.settle();
  }

  @Test
  void columnsTakeWhatTheirTextsNeedAndTheRestIsTheStatements() {
    rows(new Line(1, "db-1", "SELECT 1"));
    double narrow = width(1);
    assertThat(narrow).isLessThan(80);
    assertThat(width(2)).isGreaterThan(700);
    rows(new Line(1, "db-1", "SELECT 1"), new Line(2, "a-longer-host.example", "SELECT 2"));
    double wide = width(1);
    assertThat(wide).isBetween(narrow + 40, 300.0);
    assertThat(width(0) + width(1) + width(2)).isBetween(850.0, 900.0);
    // It does not jump back: rows come and go each second.
    rows(new Line(1, "db-1", "SELECT 1"));
    assertThat(width(1)).isEqualTo(wide);
    rows(new Line(3, "h".repeat(500), "SELECT 3"));
    assertThat(width(1)).isEqualTo(300);
  }

  @Test
  void aPillTakesItsTextAndItsOwnSides() {
    Column<Line> plain = Column.text("host", "Host", 200, Line::host);
    double bare = hostWidth(plain);
    // Its letters are a little smaller.
    assertThat(hostWidth(plain.pill(line -> "green"))).isBetween(bare - 15, bare + 15);
  }

  private double hostWidth(Column<Line> host) {
    Column<Line> sql = Column.text("sql", "SQL", 300, Line::sql);
    var other =
        Screen.get(
            () -> new LiveTable<>("pills", Line::id, List.of(host, sql), new MemorySettings()));
    Stage window = Screen.show(() -> new Layer(other.view()), 600, 200);
    try {
      other.rows(List.of(new Line(1, "staging-of-everything", "SELECT 1")));
      Screen.until("rows", () -> other.shown().size() == 1);
      Screen.settle();
      return Screen.get(() -> other.view().getColumns().getFirst().getWidth());
    } finally {
      Screen.run(other::close);
      Screen.close(window);
    }
  }

  /// Each column is the last one for a moment while columns are added, and keeps room for the menu.
  @Test
  void aColumnThatWasTheLastForAMomentIsAsNarrowAsItsHeading() {
    var narrow =
        Screen.get(
            () ->
                new LiveTable<>(
                    "narrow",
                    Line::id,
                    List.of(
                        Column.number("id", "Id", 30, (Line line) -> "" + line.id(), Line::id),
                        Column.text("by", "Blocked by", 40, (Line line) -> "7"),
                        Column.text("sql", "SQL", 300, Line::sql)),
                    new MemorySettings()));
    Screen.run(
        () -> {
          for (TableColumn<Line, ?> head : narrow.view().getColumns().subList(0, 2)) {
            assertThat(head.getWidth()).as(head.getText()).isEqualTo(head.getMinWidth());
          }
          narrow.close();
        });
  }

  @Test
  void aWidthThatTheUserGaveStaysOverRowsAndARestart() {
    rows(new Line(1, "db-1", "SELECT 1"));
    Screen.run(() -> table.view().resizeColumn(column(1), 111));
    double dragged = width(1);
    rows(new Line(2, "a-longer-host.example.of.many.letters.that.want.more", "SELECT 2"));
    assertThat(width(1)).isEqualTo(dragged);
    Screen.settle();
    var again = Screen.get(this::made);
    assertThat(Screen.get(() -> again.view().getColumns().get(1).getPrefWidth()))
        .isEqualTo((double) Math.round(dragged));
    // The width of the number was not given: it is found anew.
    assertThat(Screen.get(() -> again.view().getColumns().get(0).getPrefWidth())).isEqualTo(90);
    Screen.run(again::close);
    Screen.run(table::resetColumns);
    Screen.settle();
    assertThat(width(1)).isGreaterThan(dragged);
  }

  @SuppressWarnings("unchecked")
  private TableColumn<Line, Object> column(int index) {
    return (TableColumn<Line, Object>) head(index);
  }

  @Test
  void aSortedColumnHasRoomForItsArrow() {
    rows(new Line(1, "db-1", "SELECT 1"));
    double before = width(0);
    Screen.run(() -> table.sortBy("id", true, false));
    Screen.settle();
    assertThat(width(0)).isGreaterThan(before + 9);
    Screen.run(() -> table.sortBy("host", true, false));
    Screen.settle();
    assertThat(width(0)).isEqualTo(before);
  }

  @Test
  void largerLettersMakeWiderColumns() {
    rows(new Line(1, "db-1.of.some.length", "SELECT 1"));
    double before = width(1);
    letters(18);
    Screen.until("it is wider", () -> head(1).getWidth() > before * 1.15);
    letters(Themes.USUAL);
    Screen.until("as before", () -> Math.abs(head(1).getWidth() - before) < 2);
  }

  @Test
  void theLastHeadingKeepsRoomForTheMenuOfColumns() {
    rows(new Line(1, "db-1", "SELECT 1"));
    double least = Screen.get(() -> head(1).getMinWidth());
    assertThat(head(2).getStyleClass()).contains("beside-menu");
    assertThat(head(1).getStyleClass()).doesNotContain("beside-menu");
    Screen.run(() -> head(2).setVisible(false));
    assertThat(head(1).getStyleClass()).contains("beside-menu");
    assertThat(Screen.get(() -> head(1).getMinWidth())).isGreaterThan(least + 20);
    Screen.run(() -> head(2).setVisible(true));
    assertThat(head(1).getStyleClass()).doesNotContain("beside-menu");
    assertThat(Screen.get(() -> head(1).getMinWidth())).isEqualTo(least);
  }
}
