package org.binnacle.explain.view.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.binnacle.explain.worksheet.RanStatement;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
@Tag("screen")
class SheetPanelTest {
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
  void severalStatementsGiveSeveralResultsMessagesAndWarnings() {
    var panel = at.sheet(at.staging);
    at.write("SELECT * FROM customer;\nSELECT 'a' < 1 AS w;\nSELECT nope FROM orders;\nSELECT 3;");
    Screen.run(panel::runAll);
    at.over(panel);
    Screen.until(
        "all is told", () -> at.messages().stream().anyMatch(row -> row.kind().equals("skipped")));
    assertThat(at.messages().stream().map(MessageRow::kind).toList())
        .containsExactly("ok", "ok", "warning", "failed", "skipped");
    assertThat(at.messages().get(3).words()).contains("nope");
    Screen.run(() -> panel.results().pane().getSelectionModel().select(0));
    at.rig.shoot("worksheet-messages");
  }

  @Test
  void aLongStatementIsCancelledOnTheServer() {
    var panel = at.sheet(at.staging);
    // Killed, one SLEEP alone would end as if nothing had happened.
    at.write("SELECT SUM(SLEEP(1)) FROM orders a, orders b, orders c, orders d");
    Screen.run(panel::runOne);
    Screen.until(
        "it runs", () -> at.messages().stream().anyMatch(row -> row.kind().equals("running")));
    at.rig.shoot("worksheet-running");
    at.rig.press(KeyCode.PERIOD, true);
    at.over(panel);
    Screen.until(
        "it is told", () -> at.messages().stream().anyMatch(row -> row.kind().equals("stopped")));
  }

  @Test
  void aChangeIsRefusedUntilTheInstanceIsArmedByItsName() throws Exception {
    var panel = at.sheet(at.production);
    at.write("UPDATE customer SET name = 'Anne' WHERE id = 1");
    Screen.run(panel::runOne);
    at.over(panel);
    Screen.until(
        "it is refused",
        () -> at.messages().stream().anyMatch(row -> row.kind().equals("refused")));
    at.rig.shoot("worksheet-refused");
    Screen.run(() -> at.rig.find("#worksheet-lock", ToggleButton.class).fire());
    Button arm = at.button("Arm shop-db-1");
    assertThat(Screen.get(arm::isDisabled)).isTrue();
    Screen.run(() -> at.typed("#arm-typed").setText("shop-db-1"));
    Screen.run(() -> at.typed("#arm-reason").setText("ticket 42"));
    at.rig.shoot("worksheet-arming");
    assertThat(Screen.get(arm::isDisabled)).isFalse();
    Screen.run(arm::fire);
    at.rig.shoot("worksheet-armed");
    Screen.run(panel::runOne);
    Screen.until(
        "it is done", () -> at.messages().stream().anyMatch(row -> row.kind().equals("ok")));
    assertThat(at.messages().getFirst().words()).isEqualTo("1 row affected");
    assertThat(at.servers.audit.stream().map(AuditEntry::outcome).map(Enum::name).toList())
        .containsExactly("ASKED", "DONE");
    assertThat(at.servers.audit.getFirst().toString()).contains("ticket 42");
    Screen.run(() -> panel.bar().choose(List.of(at.staging)));
    assertThat(Screen.get(() -> at.rig.find("#worksheet-lock", ToggleButton.class).getText()))
        .isEqualTo("Read only");
  }

  @Test
  @SuppressWarnings("unchecked")
  void namesAreOfferedAndTaken() {
    at.sheet(at.staging);
    at.write("SELECT o.to FROM orders o");
    Screen.run(
        () -> {
          at.editor().select(11, 11);
          at.editor().requestFocus();
        });
    at.rig.press(KeyCode.SPACE, true);
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
    at.rig.press(KeyCode.ENTER);
    assertThat(Screen.get(() -> at.editor().text())).isEqualTo("SELECT o.total FROM orders o");
  }

  @Test
  @SuppressWarnings("unchecked")
  void theBrowserReadsALevelWhenItIsOpened() {
    at.sheet(at.staging);
    var tree = (TreeView<SchemaNode>) at.rig.find("#schema-tree", TreeView.class);
    Screen.until("databases are read", () -> child(tree.getRoot(), at.schema.name()).isPresent());
    Screen.run(() -> child(tree.getRoot(), at.schema.name()).orElseThrow().setExpanded(true));
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
    at.rig.shoot("worksheet-browser");
    TextField filter = at.rig.find("#schema-filter", TextField.class);
    Screen.run(() -> filter.setText("CUSTOMER_ID"));
    Screen.settle();
    // Only the way to what holds the text is left, and what was not searched is counted.
    assertThat(Screen.get(() -> tree.getRoot().getChildren().size())).isEqualTo(1);
    assertThat(
            Screen.get(
                () ->
                    child(tree.getRoot(), at.schema.name()).orElseThrow().getChildren().stream()
                        .map(item -> item.getValue().words())
                        .toList()))
        .containsExactly("orders");
    assertThat(Screen.get(() -> table(tree, "orders").orElseThrow().getChildren()))
        .allMatch(item -> item.getValue().words().contains("customer_id"));
    assertThat(Screen.get(() -> at.rig.find(".schema-unread", Label.class).getText()))
        .contains("not opened yet");
    at.rig.shoot("worksheet-browser-filtered");
    Screen.run(filter::clear);
    assertThat(Screen.get(() -> tree.getRoot().getChildren().size())).isGreaterThan(1);
  }

  private Optional<TreeItem<SchemaNode>> table(TreeView<SchemaNode> tree, String name) {
    return child(tree.getRoot(), at.schema.name()).flatMap(item -> child(item, name));
  }

  private static Optional<TreeItem<SchemaNode>> child(TreeItem<SchemaNode> item, String name) {
    return item.getChildren().stream()
        .filter(one -> one.getValue().words().equals(name))
        .findFirst();
  }

  @Test
  @SuppressWarnings("unchecked")
  void whatWasRunIsSearchedAndTakenAgain() {
    var panel = at.sheet(at.staging);
    at.write("SELECT 1 AS first");
    Screen.run(panel::runAll);
    at.over(panel);
    at.write("SELECT 'the second one' AS second");
    Screen.run(panel::runAll);
    at.over(panel);
    at.write("");
    Screen.run(panel::searchHistory);
    var table =
        Screen.get(
            () -> (TableView<RanStatement>) at.rig.stage().getScene().lookup("#history-table"));
    Screen.until("both are listed", () -> table.getItems().size() == 2);
    at.rig.shoot("worksheet-history");
    Screen.run(
        () ->
            ((TextField) at.rig.stage().getScene().lookup("#history-search"))
                .setText("second one"));
    Screen.until("one is left", () -> table.getItems().size() == 1);
    Screen.run(() -> table.getSelectionModel().select(0));
    Screen.settle();
    Screen.run(
        () ->
            at.rig.stage().getScene().getRoot().lookupAll(".button").stream()
                .map(node -> (Button) node)
                .filter(button -> "Take into the worksheet".equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    assertThat(Screen.get(() -> panel.editor().area().text())).contains("the second one");
  }

  @Test
  void aDraftComesBackUnderItsId() {
    var panel = at.sheet(at.staging);
    at.write("SELECT 'kept'");
    String id = panel.id();
    var again = Screen.get(() -> (SheetPanel) at.rig.panels.worksheet(id).orElseThrow());
    assertThat(Screen.get(() -> again.editor().area().text())).isEqualTo("SELECT 'kept'");
    assertThat(Screen.get(() -> again.bar().chosen())).containsExactly(at.staging);
    Screen.run(again::close);
  }

  @Test
  void findAndReplaceAndLayOut() {
    at.sheet(at.staging);
    at.write("select a from t where a = 1 and b = 2");
    Screen.run(() -> at.editor().requestFocus());
    at.rig.press(KeyCode.H, true);
    Screen.run(
        () -> {
          at.typed("#find-text").setText("A = 1");
          at.typed("#find-by").setText("a = 7");
          ((Button) at.rig.stage().getScene().getRoot().lookup("#find-all")).fire();
        });
    assertThat(Screen.get(() -> at.editor().text())).contains("a = 7");
    Screen.run(() -> ((SheetPanel) at.rig.front()).editor().format());
    assertThat(Screen.get(() -> at.editor().text()).lines().count()).isGreaterThan(1);
    assertThat(Screen.get(() -> at.editor().text()).toLowerCase(Locale.ROOT)).contains("where");
  }

  @Test
  void explainOpensThePlanWithItsTables() {
    var panel = at.sheet(at.staging);
    at.write(
        "SELECT * FROM orders o JOIN customer c ON c.id = o.customer_id WHERE c.country = 'DE'");
    Screen.run(panel::explain);
    Screen.until(
        "the plan is shown",
        () ->
            at.rig.front() instanceof org.binnacle.explain.view.plan.PlanPanel plan
                && plan.model().opened().get().isPresent());
    at.rig.shoot("plan-live");
    at.rig.press(KeyCode.DIGIT6);
    Screen.settle();
    at.rig.shoot("plan-live-tables");
  }
}
