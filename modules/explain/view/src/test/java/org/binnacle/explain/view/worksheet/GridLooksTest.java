package org.binnacle.explain.view.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What long texts, NULL, bytes, JSON and larger letters make of a result.
@Tag("server")
@Tag("screen")
class GridLooksTest {
  private static final String SQL =
      """
      SELECT 1 AS a, REPEAT('a rather long text that goes on and on. ', 20) AS words,
        NULL AS nothing, '' AS no_text, UNHEX('00FF10CAFE0011223344556677889900') AS bytes,
        JSON_OBJECT('id', 7, 'tags', JSON_ARRAY('x', 'y'), 'deep', JSON_OBJECT('a', NULL)) AS doc,
        -12345678.90 AS an_amount_with_a_name_longer_than_any_of_its_values,
        'two\\nlines\\tand a tab' AS two_lines, CURRENT_DATE AS day, 0xF09F9880 AS emoji, b'101' AS bits
      UNION ALL SELECT 2, 'x', 'NULL', ' ', REPEAT(UNHEX('AB'), 5000), '[]', 0, '', '0001-01-01', '€', b'0'
      """;

  @TempDir private Path folder;
  private Sheets at;

  @BeforeEach
  void open() throws Exception {
    Screen.start();
    at = new Sheets(folder);
  }

  @AfterEach
  void close() throws Exception {
    at.close();
  }

  @SuppressWarnings("unchecked")
  private TableView<GridRow> view(ResultGrid grid) {
    return Screen.get(() -> (TableView<GridRow>) grid.lookup(".table-view"));
  }

  private ResultGrid shown() {
    var panel = at.sheet(at.staging);
    at.write(SQL);
    Screen.run(panel::runOne);
    ResultGrid grid = at.grid();
    at.over(panel);
    Screen.until("two rows", () -> at.rows(grid).size() == 2);
    return grid;
  }

  @Test
  void everyKindOfValueIsTold() {
    ResultGrid grid = shown();
    GridRow first = at.rows(grid).getFirst();
    assertThat(List.of(first.cell(2).shown(), first.cell(3).shown(), first.cell(4).shown()))
        .containsExactly("NULL", "", "0x00FF10CAFE0011223344556677889900");
    at.rig.shoot("looks-grid");
    Screen.run(
        () -> {
          view(grid).getSelectionModel().select(1);
          view(grid).requestFocus();
        });
    at.rig.press(KeyCode.ENTER);
    Screen.until(
        "the value is shown",
        () -> at.rig.stage().getScene().getRoot().lookup("#sheet-back") != null);
    var columns = (ChoiceBox<?>) at.rig.stage().getScene().getRoot().lookup("#cell-column");
    Screen.run(() -> columns.getSelectionModel().select(4));
    Screen.settle();
    at.rig.shoot("looks-cell-bytes");
  }

  @Test
  void columnsFollowTheLetters() {
    ResultGrid grid = shown();
    double before = Screen.get(() -> widths(grid));
    int letters = Screen.get(() -> at.rig.themes().size().get());
    Screen.run(() -> at.rig.themes().size().set(letters + 3));
    Screen.until("they are wider", () -> widths(grid) > before * 1.15);
    at.rig.shoot("looks-grid-large");
    Screen.run(() -> at.rig.themes().size().set(letters));
    Screen.until("as before", () -> Math.abs(widths(grid) - before) < 30);
  }

  private double widths(ResultGrid grid) {
    return view(grid).getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
  }
}
