package org.binnacle.fxkit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.binnacle.fxkit.Sessions;
import org.binnacle.fxkit.Sessions.Row;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
class LiveTableTest {
  private final MemorySettings settings = new MemorySettings();
  private LiveTable<Row, Long> table;
  private Stage stage;

  @BeforeAll
  static void start() {
    Screen.start();
  }

  @BeforeEach
  void open() {
    table = Screen.get(() -> new LiveTable<>("try", Row::id, Sessions.columns(), settings));
    stage = Screen.show(() -> new Layer(table.view()), 900, 600);
  }

  @AfterEach
  void close() {
    Screen.run(table::close);
    Screen.close(stage);
  }

  @Test
  void selectionAndScrollStayOnTheirRowsOverAHundredRefreshesOfTwoThousandRows() {
    Screen.run(() -> table.sortBy("id", false, false));
    refresh(2_000, 0);
    Screen.run(
        () -> {
          table.select(Set.of(1_000_700L, 1_000_703L));
          table.view().scrollTo(690);
        });
    Screen.settle();
    long top = topId();
    assertThat(top).isEqualTo(1_000_690L);
    for (int round = 1; round <= 100; round++) {
      // Rows before the visible ones come and go.
      List<Row> rows = Sessions.round(2_000, round).subList(round % 50, 2_000);
      table.rows(rows);
      int expected = rows.size();
      Row first = rows.getFirst();
      Screen.until(
          "round " + round,
          () -> table.shown().size() == expected && table.shown().getFirst().equals(first));
    }
    assertThat(topId()).isEqualTo(top);
    assertThat(Screen.get(() -> table.selection().get()))
        .extracting(Row::id)
        .containsExactly(1_000_700L, 1_000_703L);
    assertThat(Screen.get(() -> table.view().getSelectionModel().getSelectedItems().size()))
        .isEqualTo(2);
  }

  @Test
  void atTheVeryTopItStaysAtTheVeryTop() {
    Screen.run(() -> table.sortBy("id", false, false));
    refresh(500, 0);
    assertThat(topId()).isEqualTo(1_000_000L);
    table.rows(Sessions.round(500, 1).subList(20, 500));
    Screen.until("fewer", () -> table.shown().size() == 480);
    Screen.settle();
    assertThat(topId()).isEqualTo(1_000_020L);
  }

  @Test
  void aSelectedRowThatIsGoneIsNoLongerSelected() {
    refresh(10, 0);
    Screen.run(() -> table.select(Set.of(1_000_001L, 1_000_002L)));
    table.rows(Sessions.round(10, 1).subList(2, 10));
    Screen.until("fewer", () -> table.shown().size() == 8);
    assertThat(Screen.get(() -> table.selection().get()))
        .extracting(Row::id)
        .containsExactly(1_000_002L);
  }

  @Test
  void rowsAreSortedByTwoKeysAndTheOrderIsRememberedOverARestart() {
    Screen.run(
        () -> {
          table.sortBy("state", false, false);
          table.sortBy("time", true, true);
          table.view().getColumns().get(1).setVisible(false);
          table.view().getColumns().get(2).setPrefWidth(333);
        });
    refresh(200, 0);
    List<Row> once = Screen.get(() -> table.shown());
    assertThat(once)
        .isSortedAccordingTo(
            java.util.Comparator.comparing(Row::state, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(java.util.Comparator.comparingDouble(Row::timeS).reversed()));
    Screen.settle();
    LiveTable<Row, Long> again =
        Screen.get(() -> new LiveTable<>("try", Row::id, Sessions.columns(), settings));
    again.rows(Sessions.round(200, 0));
    Screen.until("rows", () -> again.shown().equals(once));
    assertThat(Screen.get(() -> again.view().getVisibleLeafColumns().size())).isEqualTo(5);
    assertThat(Screen.get(() -> again.view().getColumns().get(2).getPrefWidth())).isEqualTo(333);
    Screen.run(again::close);
  }

  @Test
  void anOrderBeforeTheHeadersStaysWhicheverWayTheySort() {
    var groups = java.util.Comparator.comparing(Row::user).reversed();
    Screen.run(
        () -> {
          table.sortBefore(groups);
          table.sortBy("time", true, false);
        });
    refresh(200, 0);
    assertThat(Screen.get(() -> table.shown()))
        .isSortedAccordingTo(
            groups.thenComparing(java.util.Comparator.comparingDouble(Row::timeS).reversed()));
  }

  @Test
  void aFilterHidesRowsAndSaysSo() {
    refresh(200, 0);
    table.filter(row -> row.user().equals("app1"));
    Screen.until("filtered", () -> table.summary().get().equals("25 of 200"));
    table.filter(row -> false);
    Screen.run(() -> table.onClearFilter(() -> table.filter(row -> true)));
    Screen.until("none", () -> table.shown().isEmpty());
    Screen.until("placeholder", () -> table.view().getPlaceholder().lookup(".button") != null);
  }

  @Test
  void rowsAreCopiedAsTsvJsonAndMarkdownWithTheVisibleColumns() {
    Screen.run(() -> table.view().getColumns().subList(2, 6).forEach(c -> c.setVisible(false)));
    List<Row> rows = Sessions.round(2, 0);
    assertThat(Screen.get(() -> table.text(TableText.TSV, rows)))
        .isEqualTo("Id\tUser\n1000000\tapp0\n1000001\tapp1\n");
    assertThat(Screen.get(() -> table.text(TableText.JSON, rows.subList(0, 1))))
        .isEqualTo("[\n  {\"id\": \"1000000\", \"user\": \"app0\"}\n]\n");
    assertThat(Screen.get(() -> table.text(TableText.MARKDOWN, rows.subList(0, 1))))
        .isEqualTo("| Id | User |\n| --: | --- |\n| 1000000 | app0 |\n");
  }

  private void refresh(int count, int round) {
    List<Row> rows = Sessions.round(count, round);
    table.rows(rows);
    Screen.until("rows", () -> table.shown().size() == count);
    Screen.settle();
  }

  private long topId() {
    return Screen.get(
        () -> {
          table.view().layout();
          var flow = (VirtualFlow<?>) table.view().lookup(".virtual-flow");
          return table.shown().get(flow.getFirstVisibleCell().getIndex()).id();
        });
  }
}
