package org.binnacle.explain.view.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Results of a worksheet: grids, values, related rows.
@Tag("server")
@Tag("screen")
class ResultGridTest {
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

  @Test
  void theStatementUnderTheCursorIsRunAndItsRowsAreShown() {
    var panel = at.sheet(at.staging);
    at.write(
        "SELECT 1 AS one;\n\nSELECT id, customer_id, total, note, doc, raw FROM orders ORDER BY id;\n");
    Screen.run(() -> at.editor().select(30, 30));
    at.rig.press(KeyCode.ENTER, true);
    ResultGrid grid = at.grid();
    at.over(panel);
    Screen.until("three rows", () -> at.rows(grid).size() == 3);
    GridRow first = at.rows(grid).getFirst();
    assertThat(first.cell(2)).isEqualTo(new Cell.Text("12.50"));
    assertThat(first.cell(3)).isEqualTo(Cell.NULL);
    assertThat(first.cell(5).shown()).isEqualTo("0x00FF10");
    at.rig.shoot("worksheet");
    Screen.run(
        () -> {
          var view = (TableView<?>) grid.lookup(".table-view");
          view.getSelectionModel().select(0);
          view.requestFocus();
        });
    at.rig.press(KeyCode.ENTER);
    Screen.until(
        "the value is shown",
        () -> at.rig.stage().getScene().getRoot().lookup("#sheet-back") != null);
    at.rig.shoot("worksheet-cell");
    var columns = (ChoiceBox<?>) at.rig.stage().getScene().getRoot().lookup("#cell-column");
    Screen.run(() -> columns.getSelectionModel().select(4));
    var area =
        Screen.get(() -> (SqlArea) at.rig.stage().getScene().getRoot().lookup(".sheet .sql-area"));
    assertThat(Screen.get(area::text)).isEqualTo("{\n  \"a\": [\n    1,\n    2\n  ]\n}");
    at.rig.shoot("worksheet-cell-json");
    Screen.run(() -> columns.getSelectionModel().select(5));
    assertThat(Screen.get(area::text)).contains("00 FF 10");
    Path saved = folder.resolve("value.bin");
    at.rig.file = Optional.of(saved);
    Screen.run(at.button("Save to a file…")::fire);
    assertThat(saved).hasBinaryContent(new byte[] {0, (byte) 0xFF, 0x10});
  }

  @Test
  void aRowLeadsToThoseThatItsKeysName() {
    var panel = at.sheet(at.staging, at.production);
    at.write("SELECT id, customer_id, total FROM orders WHERE id = 2");
    Screen.run(panel::runOne);
    ResultGrid grid = at.grid();
    at.over(panel);
    Screen.until("both rows", () -> at.rows(grid).size() == 2);
    String from = at.rows(grid).getFirst().cell(0).shown();
    Screen.run(
        () -> {
          var view = (TableView<?>) grid.lookup(".table-view");
          view.getSelectionModel().select(0);
          view.requestFocus();
        });
    at.rig.press(KeyCode.G, true);
    Screen.until("the menu is shown", () -> related().isPresent());
    at.rig.shoot("worksheet-related");
    MenuItem only = related().orElseThrow().getItems().getFirst();
    assertThat(only.getText()).isEqualTo("customer with id = 2");
    Screen.run(
        () -> {
          related().orElseThrow().hide();
          only.fire();
        });
    var second = (SheetPanel) at.rig.front();
    assertThat(second).isNotSameAs(panel);
    assertThat(Screen.get(() -> second.bar().chosen().getFirst().name())).isEqualTo(from);
    Screen.until(
        "the customer is shown",
        () ->
            second.node().lookup(".result-grid") instanceof ResultGrid other
                && at.rows(other).size() == 1
                && at.rows(other).getFirst().cell(1).shown().equals("Bo"));
  }

  private static Optional<ContextMenu> related() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .filter(menu -> "related-rows".equals(menu.getId()))
        .findFirst();
  }

  @Test
  void severalInstancesGiveOneGridWithTheirNames() {
    var panel = at.sheet(at.staging, at.production);
    at.write("SELECT id, name FROM customer WHERE id < 3 ORDER BY id");
    Screen.run(panel::runOne);
    ResultGrid grid = at.grid();
    at.over(panel);
    Screen.until("all rows", () -> at.rows(grid).size() == 4);
    assertThat(at.rows(grid).stream().map(row -> row.cell(0).shown()).distinct())
        .containsExactlyInAnyOrder("shop-staging", "shop-db-1");
    at.rig.shoot("worksheet-merged");
  }

  @Test
  void manyRowsArePagedSortedFilteredAndExported() throws Exception {
    var panel = at.sheet(at.staging);
    Screen.run(() -> panel.bar().rows(100_000));
    at.write(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
            + " SELECT /*+ SET_VAR(cte_max_recursion_depth = 30000) */ i, CONCAT('row ', i) AS words FROM n");
    Screen.run(panel::runOne);
    ResultGrid grid = at.grid();
    at.over(panel);
    var view = Screen.get(() -> (TableView<?>) grid.lookup(".table-view"));
    Screen.until("20,000 rows", () -> view.getItems().size() == 20_000);
    Screen.run(() -> view.scrollTo(19_990));
    Screen.until(
        "the last page is read",
        () -> ((GridRow) view.getItems().get(19_999)).cell(0).shown().equals("20000"));
    TextField filter = at.rig.find(".result-filter", TextField.class);
    Screen.run(
        () -> {
          filter.setText("row 1999");
          filter.getOnAction().handle(null);
        });
    Screen.until("filtered", () -> view.getItems().size() == 11);
    Path file = folder.resolve("rows.csv");
    at.rig.file = Optional.of(file);
    MenuButton export = at.rig.find(".result-export", MenuButton.class);
    Screen.run(() -> export.getItems().getFirst().fire());
    Screen.until("it is written", () -> Files.exists(file) && Files.size(file) > 100);
    Screen.until("all of it", () -> Files.readAllLines(file).size() == 12);
    assertThat(Files.readAllLines(file).getFirst()).isEqualTo("i,words");
  }
}
