package org.binnacle.explain.view.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.binnacle.explain.view.Rig;
import org.binnacle.explain.view.Servers;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.RanStatement;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
@Tag("screen")
class SheetPanelTest {
  @TempDir private Path folder;
  private Servers servers;
  private TestSchema schema;
  private InstanceRef staging;
  private InstanceRef production;
  private Rig rig;

  @BeforeEach
  void open() throws Exception {
    Screen.start();
    var running = TestServers.shared(Distribution.MYSQL_8_0);
    servers = new Servers(running, folder);
    staging = servers.instance("shop-staging", false);
    production = servers.instance("shop-db-1", true);
    schema = TestSchema.on(running);
    schema.run(
        "CREATE TABLE customer (id INT PRIMARY KEY, name VARCHAR(40), country CHAR(2), KEY c (country))",
        "CREATE TABLE orders (id INT PRIMARY KEY AUTO_INCREMENT, customer_id INT NOT NULL,"
            + " total DECIMAL(10,2), note TEXT, doc JSON, raw VARBINARY(40),"
            + " CONSTRAINT fk_customer FOREIGN KEY (customer_id) REFERENCES customer (id))",
        "INSERT INTO customer VALUES (1,'Anna','DE'),(2,'Bo','SE'),(3,'Céline','FR')",
        "INSERT INTO orders (customer_id,total,note,doc,raw) VALUES"
            + " (1,12.50,NULL,'{\"a\":[1,2]}',x'00FF10'),(2,900,'two\nlines','{}',NULL),(3,7,'=1+1',NULL,NULL)");
    rig = new Rig(Optional.of(servers.live()));
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
    servers.close();
    schema.close();
  }

  private SheetPanel sheet(InstanceRef... instances) {
    Screen.run(() -> rig.panels.worksheet(List.of(instances)));
    var panel = (SheetPanel) rig.front();
    Screen.run(() -> panel.bar().use(schema.name()));
    return panel;
  }

  private SqlArea editor() {
    return rig.find("#worksheet-editor", SqlArea.class);
  }

  private void write(String sql) {
    Screen.run(() -> editor().replace(0, editor().text().length(), sql));
  }

  @SuppressWarnings("unchecked")
  private List<MessageRow> messages() {
    return Screen.get(
        () -> {
          var table =
              (TableView<MessageRow>)
                  ((SheetPanel) rig.front()).results().pane().getTabs().getFirst().getContent();
          return List.copyOf(table.getItems());
        });
  }

  private ResultGrid grid() {
    Screen.until("a result is shown", () -> rig.find(".result-grid", Node.class) != null);
    return rig.find(".result-grid", ResultGrid.class);
  }

  private void over(SheetPanel panel) {
    Screen.until(
        "the run is over",
        () -> !Objects.requireNonNull((Button) panel.node().lookup("#worksheet-run")).isDisable());
  }

  @SuppressWarnings("unchecked")
  private List<GridRow> rows(ResultGrid grid) {
    return Screen.get(
        () -> {
          var view = (TableView<GridRow>) grid.lookup(".table-view");
          var all = new ArrayList<GridRow>();
          for (int i = 0; i < view.getItems().size(); i++) {
            all.add(((PagedRows) view.getItems()).whole(i));
          }
          return all;
        });
  }

  @Test
  void theStatementUnderTheCursorIsRunAndItsRowsAreShown() {
    var panel = sheet(staging);
    write(
        "SELECT 1 AS one;\n\nSELECT id, customer_id, total, note, doc, raw FROM orders ORDER BY id;\n");
    Screen.run(() -> editor().select(30, 30));
    rig.press(KeyCode.ENTER, true);
    ResultGrid grid = grid();
    over(panel);
    Screen.until("three rows", () -> rows(grid).size() == 3);
    GridRow first = rows(grid).getFirst();
    assertThat(first.cell(2)).isEqualTo(new Cell.Text("12.50"));
    assertThat(first.cell(3)).isEqualTo(Cell.NULL);
    assertThat(first.cell(5).shown()).isEqualTo("0x00FF10");
    rig.shoot("worksheet");
    Screen.run(
        () -> {
          var view = (TableView<?>) grid.lookup(".table-view");
          view.getSelectionModel().select(0);
          view.requestFocus();
        });
    rig.press(KeyCode.ENTER);
    Screen.until(
        "the value is shown", () -> rig.stage().getScene().getRoot().lookup("#sheet-back") != null);
    rig.shoot("worksheet-cell");
  }

  @Test
  void severalStatementsGiveSeveralResultsMessagesAndWarnings() {
    var panel = sheet(staging);
    write("SELECT * FROM customer;\nSELECT 'a' < 1 AS w;\nSELECT nope FROM orders;\nSELECT 3;");
    Screen.run(panel::runAll);
    over(panel);
    Screen.until(
        "all is told", () -> messages().stream().anyMatch(row -> row.kind().equals("skipped")));
    assertThat(messages().stream().map(MessageRow::kind).toList())
        .containsExactly("ok", "ok", "warning", "failed", "skipped");
    assertThat(messages().get(3).words()).contains("nope");
    Screen.run(() -> panel.results().pane().getSelectionModel().select(0));
    rig.shoot("worksheet-messages");
  }

  @Test
  void aLongStatementIsCancelledOnTheServer() {
    var panel = sheet(staging);
    // Killed, one SLEEP alone would end as if nothing had happened.
    write("SELECT SUM(SLEEP(1)) FROM orders a, orders b, orders c, orders d");
    Screen.run(panel::runOne);
    Screen.until(
        "it runs", () -> messages().stream().anyMatch(row -> row.kind().equals("running")));
    rig.shoot("worksheet-running");
    rig.press(KeyCode.PERIOD, true);
    over(panel);
    Screen.until(
        "it is told", () -> messages().stream().anyMatch(row -> row.kind().equals("stopped")));
  }

  @Test
  void aChangeIsRefusedUntilTheInstanceIsArmedByItsName() throws Exception {
    var panel = sheet(production);
    write("UPDATE customer SET name = 'Anne' WHERE id = 1");
    Screen.run(panel::runOne);
    over(panel);
    Screen.until(
        "it is refused", () -> messages().stream().anyMatch(row -> row.kind().equals("refused")));
    rig.shoot("worksheet-refused");
    Screen.run(() -> rig.find("#worksheet-lock", ToggleButton.class).fire());
    Button arm = button("Arm shop-db-1");
    assertThat(Screen.get(arm::isDisabled)).isTrue();
    Screen.run(() -> typed("#arm-typed").setText("shop-db-1"));
    Screen.run(() -> typed("#arm-reason").setText("ticket 42"));
    rig.shoot("worksheet-arming");
    assertThat(Screen.get(arm::isDisabled)).isFalse();
    Screen.run(arm::fire);
    rig.shoot("worksheet-armed");
    Screen.run(panel::runOne);
    Screen.until("it is done", () -> messages().stream().anyMatch(row -> row.kind().equals("ok")));
    assertThat(messages().getFirst().words()).isEqualTo("1 row affected");
    assertThat(servers.audit.stream().map(AuditEntry::outcome).map(Enum::name).toList())
        .containsExactly("ASKED", "DONE");
    assertThat(servers.audit.getFirst().toString()).contains("ticket 42");
    Screen.run(() -> panel.bar().choose(List.of(staging)));
    assertThat(Screen.get(() -> rig.find("#worksheet-lock", ToggleButton.class).getText()))
        .isEqualTo("Read only");
  }

  private TextField typed(String css) {
    return (TextField) rig.stage().getScene().getRoot().lookup(css);
  }

  private Button button(String verb) {
    return Screen.get(
        () ->
            rig.stage().getScene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(one -> verb.equals(one.getText()))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void severalInstancesGiveOneGridWithTheirNames() {
    var panel = sheet(staging, production);
    write("SELECT id, name FROM customer WHERE id < 3 ORDER BY id");
    Screen.run(panel::runOne);
    ResultGrid grid = grid();
    over(panel);
    Screen.until("all rows", () -> rows(grid).size() == 4);
    assertThat(rows(grid).stream().map(row -> row.cell(0).shown()).distinct())
        .containsExactlyInAnyOrder("shop-staging", "shop-db-1");
    rig.shoot("worksheet-merged");
  }

  @Test
  void manyRowsArePagedSortedFilteredAndExported() throws Exception {
    var panel = sheet(staging);
    Screen.run(() -> panel.bar().rows(100_000));
    write(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
            + " SELECT /*+ SET_VAR(cte_max_recursion_depth = 30000) */ i, CONCAT('row ', i) AS words FROM n");
    Screen.run(panel::runOne);
    ResultGrid grid = grid();
    over(panel);
    var view = Screen.get(() -> (TableView<?>) grid.lookup(".table-view"));
    Screen.until("20,000 rows", () -> view.getItems().size() == 20_000);
    Screen.run(() -> view.scrollTo(19_990));
    Screen.until(
        "the last page is read",
        () -> ((GridRow) view.getItems().get(19_999)).cell(0).shown().equals("20000"));
    TextField filter = rig.find(".result-filter", TextField.class);
    Screen.run(
        () -> {
          filter.setText("row 1999");
          filter.getOnAction().handle(null);
        });
    Screen.until("filtered", () -> view.getItems().size() == 11);
    Path file = folder.resolve("rows.csv");
    rig.file = Optional.of(file);
    MenuButton export = rig.find(".result-export", MenuButton.class);
    Screen.run(() -> export.getItems().getFirst().fire());
    Screen.until("it is written", () -> Files.exists(file) && Files.size(file) > 100);
    Screen.until("all of it", () -> Files.readAllLines(file).size() == 12);
    assertThat(Files.readAllLines(file).getFirst()).isEqualTo("i,words");
  }

  @Test
  @SuppressWarnings("unchecked")
  void namesAreOfferedAndTaken() {
    sheet(staging);
    write("SELECT o.to FROM orders o");
    Screen.run(
        () -> {
          editor().select(11, 11);
          editor().requestFocus();
        });
    rig.press(KeyCode.SPACE, true);
    Screen.until(
        "the column is offered",
        () ->
            Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup("#completion"))
                .filter(Objects::nonNull)
                .map(node -> (ListView<Names.Offer>) node)
                .anyMatch(
                    list ->
                        list.getItems().stream().anyMatch(offer -> offer.word().equals("total"))));
    rig.press(KeyCode.ENTER);
    assertThat(Screen.get(() -> editor().text())).isEqualTo("SELECT o.total FROM orders o");
  }

  @Test
  @SuppressWarnings("unchecked")
  void theBrowserReadsALevelWhenItIsOpened() {
    sheet(staging);
    var tree = (TreeView<SchemaNode>) rig.find("#schema-tree", TreeView.class);
    Screen.until("databases are read", () -> child(tree.getRoot(), schema.name()).isPresent());
    Screen.run(() -> child(tree.getRoot(), schema.name()).orElseThrow().setExpanded(true));
    Screen.until("tables are read", () -> table(tree, "orders").isPresent());
    Screen.run(() -> table(tree, "orders").orElseThrow().setExpanded(true));
    Screen.until(
        "columns are read",
        () -> child(table(tree, "orders").orElseThrow(), "customer_id").isPresent());
    assertThat(
            Screen.get(
                () ->
                    table(tree, "orders").orElseThrow().getChildren().stream()
                        .map(item -> item.getValue().words())
                        .toList()))
        .contains("PRIMARY (id)", "(customer_id) → customer");
    rig.shoot("worksheet-browser");
    TextField filter = rig.find("#schema-filter", TextField.class);
    Screen.run(() -> filter.setText("CUSTOMER_ID"));
    Screen.settle();
    // Only the way to what holds the text is left, and what was not searched is counted.
    assertThat(Screen.get(() -> tree.getRoot().getChildren().size())).isEqualTo(1);
    assertThat(
            Screen.get(
                () ->
                    child(tree.getRoot(), schema.name()).orElseThrow().getChildren().stream()
                        .map(item -> item.getValue().words())
                        .toList()))
        .containsExactly("orders");
    assertThat(Screen.get(() -> table(tree, "orders").orElseThrow().getChildren()))
        .allMatch(item -> item.getValue().words().contains("customer_id"));
    assertThat(Screen.get(() -> rig.find(".schema-unread", Label.class).getText()))
        .contains("not opened yet");
    rig.shoot("worksheet-browser-filtered");
    Screen.run(filter::clear);
    assertThat(Screen.get(() -> tree.getRoot().getChildren().size())).isGreaterThan(1);
  }

  private Optional<TreeItem<SchemaNode>> table(TreeView<SchemaNode> tree, String name) {
    return child(tree.getRoot(), schema.name()).flatMap(item -> child(item, name));
  }

  private static Optional<TreeItem<SchemaNode>> child(TreeItem<SchemaNode> item, String name) {
    return item.getChildren().stream()
        .filter(one -> one.getValue().words().equals(name))
        .findFirst();
  }

  @Test
  @SuppressWarnings("unchecked")
  void whatWasRunIsSearchedAndTakenAgain() {
    var panel = sheet(staging);
    write("SELECT 1 AS first");
    Screen.run(panel::runAll);
    over(panel);
    write("SELECT 'the second one' AS second");
    Screen.run(panel::runAll);
    over(panel);
    write("");
    Screen.run(panel::searchHistory);
    var table =
        Screen.get(() -> (TableView<RanStatement>) rig.stage().getScene().lookup("#history-table"));
    Screen.until("both are listed", () -> table.getItems().size() == 2);
    rig.shoot("worksheet-history");
    Screen.run(
        () -> ((TextField) rig.stage().getScene().lookup("#history-search")).setText("second one"));
    Screen.until("one is left", () -> table.getItems().size() == 1);
    Screen.run(() -> table.getSelectionModel().select(0));
    Screen.settle();
    Screen.run(
        () ->
            rig.stage().getScene().getRoot().lookupAll(".button").stream()
                .map(node -> (Button) node)
                .filter(button -> "Take into the worksheet".equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    assertThat(Screen.get(() -> panel.editor().area().text())).contains("the second one");
  }

  @Test
  void aDraftComesBackUnderItsId() {
    var panel = sheet(staging);
    write("SELECT 'kept'");
    String id = panel.id();
    var again = Screen.get(() -> (SheetPanel) rig.panels.worksheet(id).orElseThrow());
    assertThat(Screen.get(() -> again.editor().area().text())).isEqualTo("SELECT 'kept'");
    assertThat(Screen.get(() -> again.bar().chosen())).containsExactly(staging);
    Screen.run(again::close);
  }

  @Test
  void findAndReplaceAndLayOut() {
    sheet(staging);
    write("select a from t where a = 1 and b = 2");
    Screen.run(() -> editor().requestFocus());
    rig.press(KeyCode.H, true);
    Screen.run(
        () -> {
          typed("#find-text").setText("A = 1");
          typed("#find-by").setText("a = 7");
          ((Button) rig.stage().getScene().getRoot().lookup("#find-all")).fire();
        });
    assertThat(Screen.get(() -> editor().text())).contains("a = 7");
    Screen.run(() -> ((SheetPanel) rig.front()).editor().format());
    assertThat(Screen.get(() -> editor().text()).lines().count()).isGreaterThan(1);
    assertThat(Screen.get(() -> editor().text()).toLowerCase(Locale.ROOT)).contains("where");
  }

  @Test
  void explainOpensThePlanWithItsTables() {
    var panel = sheet(staging);
    write("SELECT * FROM orders o JOIN customer c ON c.id = o.customer_id WHERE c.country = 'DE'");
    Screen.run(panel::explain);
    Screen.until(
        "the plan is shown",
        () ->
            rig.front() instanceof org.binnacle.explain.view.plan.PlanPanel plan
                && plan.model().opened().get().isPresent());
    rig.shoot("plan-live");
    rig.press(KeyCode.DIGIT6);
    Screen.settle();
    rig.shoot("plan-live-tables");
  }
}
