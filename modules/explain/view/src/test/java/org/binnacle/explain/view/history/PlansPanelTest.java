package org.binnacle.explain.view.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.binnacle.explain.history.Beside;
import org.binnacle.explain.history.KeptHead;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.explain.history.PlanSearch;
import org.binnacle.explain.schema.IndexInfo;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Rig;
import org.binnacle.explain.view.plan.PlanPanel;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("screen")
class PlansPanelTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final String SQL =
      "SELECT c.name, o.total FROM customer c JOIN orders o ON o.customer_id = c.id"
          + " WHERE o.status = 'new' ORDER BY c.name";
  private static final String SCAN =
      """
      -> Sort: c.`name`  (cost=9140 rows=5000)
          -> Nested loop inner join  (cost=9000 rows=5000)
              -> Filter: (o.`status` = 'new')  (cost=5040 rows=5000)
                  -> Table scan on o  (cost=5040 rows=50000)
              -> Single-row index lookup on c using PRIMARY (id = o.customer_id)  (cost=0.25 rows=1)
      """;
  private static final String LOOKUP =
      """
      -> Sort: c.`name`  (cost=940 rows=5000)
          -> Nested loop inner join  (cost=900 rows=5000)
              -> Index lookup on o using by_status (status = 'new')  (cost=540 rows=5000)
              -> Single-row index lookup on c using PRIMARY (id = o.customer_id)  (cost=0.25 rows=1)
      """;

  @TempDir Path dir;
  private Rig rig;
  private PlanHistory history;

  @BeforeEach
  void open() {
    rig = new Rig();
    history = new PlanHistory(rig.plans);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static KeptPlan plan(int day, String instance, String sql, String raw, long rows) {
    var status =
        new IndexInfo.Part(
            "status", Optional.empty(), OptionalLong.empty(), false, OptionalLong.of(5));
    var orders =
        new TableInfo(
            "shop",
            "orders",
            "InnoDB",
            OptionalLong.of(rows),
            OptionalLong.of(rows * 80),
            OptionalLong.of(rows * 12),
            0,
            List.of(),
            raw.contains("by_status")
                ? List.of(new IndexInfo("by_status", false, "BTREE", true, List.of(status)))
                : List.of(),
            "");
    return new KeptPlan(
        UUID.randomUUID(),
        NOON.plusSeconds(day * 86_400L),
        PlanHistory.digest(sql, false),
        sql,
        "i-" + instance,
        instance,
        "shop",
        "8.0.33",
        "ESTIMATED",
        raw,
        new Beside(List.of(), Map.of("o", orders), Map.of()).text(),
        "",
        false);
  }

  private void fill() {
    history.keep(plan(0, "shop-1", SQL, LOOKUP, 49_000));
    history.keep(plan(1, "shop-1", SQL, LOOKUP, 50_000));
    history.keep(plan(7, "shop-1", SQL, SCAN, 120_000));
    history.keep(plan(8, "shop-replica-1", SQL, LOOKUP, 119_000));
    history.keep(plan(2, "shop-1", "SELECT * FROM customer WHERE id = 7", LOOKUP, 9));
  }

  private void show() {
    Screen.run(() -> rig.panels.history());
  }

  @SuppressWarnings("unchecked")
  private TableView<KeptHead> table() {
    return rig.find(".live-table", TableView.class);
  }

  private List<KeptHead> rows() {
    return Screen.get(() -> List.copyOf(table().getItems()));
  }

  private void select(int... indices) {
    Screen.run(
        () -> {
          table().getSelectionModel().clearSelection();
          for (int index : indices) {
            table().getSelectionModel().select(index);
          }
          table().requestFocus();
        });
    Screen.settle();
  }

  @Test
  void withoutPlansItSaysHowToKeepOne() {
    show();
    Screen.settle();
    Screen.until("it is told", () -> rig.find(".placeholder-box", Node.class) != null);
    rig.shoot("plans-empty");
    assertThat(rows()).isEmpty();
  }

  @Test
  void aChangedPlanStandsOutAndIsFound() {
    fill();
    show();
    Screen.until("all are there", () -> rows().size() == 5);
    assertThat(rows().get(1).changed()).isTrue();
    assertThat(rows().get(1).beforeAt()).contains(NOON.plusSeconds(86_400));
    rig.shoot("plans");
    ToggleButton changed = rig.find("#plans-changed", ToggleButton.class);
    Screen.run(changed::fire);
    Screen.until("only the changed one", () -> rows().size() == 1);
    Screen.run(changed::fire);
    Screen.until("all again", () -> rows().size() == 5);
    TextField search = rig.find("#plans-search", TextField.class);
    Screen.run(() -> search.setText("replica"));
    Screen.until("only that of the replica", () -> rows().size() == 1);
    Screen.run(() -> search.setText("nothing like this"));
    Screen.until("none", () -> rows().isEmpty());
    rig.shoot("plans-none-like-that");
  }

  @Test
  void aPlanIsComparedWithTheOneBeforeIt() {
    fill();
    show();
    Screen.until("all are there", () -> rows().size() == 5);
    select(1);
    rig.press(KeyCode.D);
    Screen.until("the comparison is open", () -> rig.front().id().startsWith("plan-compare:"));
    Screen.until("its rows are there", () -> !table().getItems().isEmpty());
    List<String> beside =
        Screen.get(
            () ->
                rig.find(".compare-beside", Node.class).lookupAll(".label").stream()
                    .map(label -> ((Label) label).getText())
                    .toList());
    assertThat(beside)
        .contains("orders: index by_status (status) is gone")
        .anyMatch(words -> words.contains("rows") && words.contains("120,000"));
    rig.shoot("plans-compare");
  }

  @Test
  void plansAreNamedPinnedRemovedAndBroughtBack() {
    fill();
    show();
    Screen.until("all are there", () -> rows().size() == 5);
    select(0);
    rig.press(KeyCode.F2);
    Screen.settle();
    Screen.run(
        () ->
            ((TextField) rig.stage().getScene().lookup("#plan-name")).setText("before the index"));
    rig.shoot("plans-name");
    Screen.run(
        () ->
            rig.stage().getScene().getRoot().lookupAll(".button").stream()
                .filter(node -> ((Button) node).getText().equals("Name it"))
                .forEach(node -> ((Button) node).fire()));
    Screen.until("it is named", () -> rows().getFirst().name().equals("before the index"));
    select(0);
    rig.press(KeyCode.P);
    Screen.until("it is pinned", () -> rows().getFirst().pinned());
    select(0, 1);
    rig.press(KeyCode.DELETE);
    Screen.until("both are gone", () -> rows().size() == 3);
    Screen.run(
        () ->
            rig.stage().getScene().getRoot().lookupAll(".toast .button").stream()
                .filter(node -> "Undo".equals(((Button) node).getText()))
                .forEach(node -> ((Button) node).fire()));
    Screen.until("both are back", () -> rows().size() == 5);
    assertThat(rows().getFirst().name()).isEqualTo("before the index");
    assertThat(rows().getFirst().pinned()).isTrue();
  }

  @Test
  void aKeptPlanOpensWithWhatWasKnownThenAndIsExported() throws Exception {
    fill();
    show();
    Screen.until("all are there", () -> rows().size() == 5);
    select(1);
    rig.file = Optional.of(dir.resolve("plan.html"));
    Screen.run(
        () -> {
          var export = (MenuButton) rig.stage().getScene().lookup(".plans-bar .menu-button");
          export.getItems().getFirst().fire();
        });
    Screen.until("it is written", () -> Files.exists(dir.resolve("plan.html")));
    rig.file = Optional.of(dir.resolve("plan.svg"));
    Screen.run(
        () ->
            ((MenuButton) rig.stage().getScene().lookup(".plans-bar .menu-button"))
                .getItems()
                .get(5)
                .fire());
    Screen.until("it is drawn", () -> Files.exists(dir.resolve("plan.svg")));
    Screen.until("it is whole", () -> Files.readString(dir.resolve("plan.svg")).contains("</svg>"));
    rig.press(KeyCode.ENTER);
    Screen.until("it is open", () -> rig.front() instanceof PlanPanel);
    var panel = (PlanPanel) rig.front();
    Screen.until("it is read", () -> panel.model().opened().get().isPresent());
    var opened = panel.model().opened().get().orElseThrow();
    assertThat(opened.about().sql()).isEqualTo(SQL);
    assertThat(java.util.Objects.requireNonNull(opened.about().tables().get("o")).rows())
        .hasValue(120_000);
    assertThat(opened.findings().stream().map(finding -> finding.insight())).contains("scan.table");
  }

  @Test
  void aPlanIsKeptFromItsTabAndItsHistoryOpened() {
    Screen.run(() -> rig.panels.open(LOOKUP, "pasted"));
    Screen.until(
        "the plan is shown", () -> ((PlanPanel) rig.front()).model().opened().get().isPresent());
    rig.press(KeyCode.K);
    Screen.until("it is kept", () -> history.list(PlanSearch.ALL).size() == 1);
    Screen.until("it is told", () -> rig.stage().getScene().lookup(".toast") != null);
    rig.shoot("plan-kept");
    rig.press(KeyCode.V);
    Screen.until("the history is open", () -> rig.front() instanceof PlansPanel);
    Screen.until("it is listed", () -> rows().size() == 1);
  }

  @Test
  void aTabsPlanComesBackAtTheNextStart() {
    Screen.run(() -> rig.panels.open(LOOKUP, "pasted"));
    Screen.until(
        "the plan is shown", () -> ((PlanPanel) rig.front()).model().opened().get().isPresent());
    String id = rig.front().id();
    Screen.until("it is remembered", () -> rig.plans.shown(id).isPresent());
    var back = Screen.get(() -> rig.panels.plan(id).orElseThrow());
    Screen.until("it is back", () -> ((PlanPanel) back).model().opened().get().isPresent());
    assertThat(((PlanPanel) back).model().opened().get().orElseThrow().plan().raw())
        .isEqualTo(LOOKUP);
    Screen.run(back::close);
    var gone = Screen.get(() -> rig.panels.plan("plan:12345").orElseThrow());
    Screen.run(() -> rig.open("plan:12345", () -> gone));
    Screen.until("the way to a plan is told", () -> rig.find(".plan-empty", Node.class) != null);
    assertThat(Screen.get(() -> rig.panels.historyOf(ExplainPanels.HISTORY))).isPresent();
  }
}
