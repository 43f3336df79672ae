package org.binnacle.explain.view.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.view.Rig;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What names of 64 characters, conditions of hundreds and many warnings make of the screen.
@Tag("screen")
class LongTextsTest {
  private static final String TABLE =
      "customer_order_position_archive_of_the_northern_warehouses_2024";
  private static final String CONDITION =
      "(("
          + "%1$s.state_of_delivery = 'handed over to the carrier' or ".repeat(8).formatted(TABLE)
          + "("
          + TABLE
          + ".note like '%none%'))";
  private static final String PLAN =
      """
      -> Sort: %1$s.a_column_with_a_rather_long_name_of_its_own DESC, limit input to 100 row(s) per chunk  (cost=90000 rows=900000) (actual time=8123..8200 rows=100 loops=1)
          -> Stream results  (cost=90000 rows=900000) (actual time=1.1..7400 rows=900000 loops=1)
              -> Nested loop inner join  (cost=90000 rows=900000) (actual time=1.0..7000 rows=900000 loops=1)
                  -> Filter: %2$s  (cost=80000 rows=90) (actual time=0.9..4000 rows=880000 loops=1)
                      -> Table scan on %1$s  (cost=80000 rows=900000) (actual time=0.8..3000 rows=900000 loops=1)
                  -> Filter: (c.id = %1$s.id)  (cost=0.25 rows=1) (actual time=0.002..0.003 rows=1 loops=880000)
                      -> Table scan on c  (cost=10 rows=50000) (actual time=0.001..0.002 rows=50000 loops=880000)
      """
          .formatted(TABLE, CONDITION);

  private Rig rig;

  @BeforeEach
  void open() {
    rig = new Rig();
    String sql =
        "SELECT "
            + "o.a_column_with_a_rather_long_name_of_its_own, ".repeat(30)
            + "c.id FROM "
            + TABLE
            + " o JOIN c ON c.id = o.id WHERE note LIKE '%none%' ORDER BY 1 DESC LIMIT 100";
    var about =
        new About(
            "an-instance-whose-name-is-as-long-as-names-in-clouds-are.eu-central-1",
            sql,
            Optional.empty(),
            "shop",
            "8.0.33-0ubuntu0.22.04.2-with-a-long-suffix",
            Optional.of(Instant.parse("2026-03-01T10:15:30Z")),
            "asked of the server",
            List.of(
                "1739 Cannot use ref access on index 'state' due to type or collation conversion on"
                    + " field 'state_of_delivery' of '"
                    + TABLE
                    + "'",
                "1003 /* select#1 */ " + sql,
                "1292 Truncated incorrect DOUBLE value: 'handed over to the carrier'",
                "1681 'a long deprecated syntax' is deprecated and will be removed"),
            Map.of(),
            Facts.NONE.withSql(sql));
    Opened plan = Opened.read(PLAN, about);
    Screen.run(() -> rig.panels.open(plan));
    Screen.until("the findings stand", () -> rig.find(".finding-next", Node.class) != null);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void theHeadStaysInTheWindowAndNoButtonIsCut() {
    double width = Screen.get(() -> rig.stage().getScene().getWidth());
    List<Node> buttons =
        Screen.get(() -> List.copyOf(rig.find(".plan-head", Node.class).lookupAll(".icon-button")));
    assertThat(buttons).hasSizeGreaterThan(5);
    for (Node button : buttons) {
      Bounds at = Screen.get(() -> button.localToScene(button.getLayoutBounds()));
      assertThat(at.getMaxX()).as("%s", button).isLessThanOrEqualTo(width);
      assertThat(at.getWidth()).as("%s", button).isGreaterThan(15);
    }
    Node export = rig.find("#plan-export", Node.class);
    Bounds last = Screen.get(() -> export.localToScene(export.getLayoutBounds()));
    assertThat(last.getMaxX()).isLessThanOrEqualTo(width);
    Labeled chip = rig.find(".chip", Labeled.class);
    assertThat(Screen.get(chip::isMnemonicParsing)).isFalse();
    assertThat(Screen.get(() -> rig.find(".finding-links .button", Button.class).getText()))
        .isEqualTo("Review this statement");
    rig.shoot("long-tree");
    Screen.run(this::scrollToTheRight);
    Screen.settle();
    rig.shoot("long-tree-right");
    KeyCode[] tabs = {
      KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6
    };
    for (KeyCode tab : tabs) {
      rig.press(tab);
      Screen.settle();
      rig.shoot("long-" + tab.getName());
    }
    rig.press(KeyCode.DIGIT1);
    rig.press(KeyCode.E);
    Screen.settle();
    rig.shoot("long-statement");
  }

  @Test
  void theMenuOfColumnsLeavesTheLastHeadingReadable() {
    Screen.run(this::scrollToTheRight);
    Screen.settle();
    Node menu = rig.find("#plan-tree .show-hide-columns-button", Node.class);
    Bounds over = Screen.get(() -> menu.localToScene(menu.getLayoutBounds()));
    Labeled heading =
        Screen.get(
            () ->
                rig.find("#plan-tree", Node.class).lookupAll(".column-header .label").stream()
                    .map(Labeled.class::cast)
                    .filter(label -> "Flags".equals(label.getText()))
                    .findFirst()
                    .orElseThrow());
    Node words = Screen.get(() -> heading.lookup(".text"));
    Bounds read = Screen.get(() -> words.localToScene(words.getLayoutBounds()));
    assertThat(read.getMaxX()).isLessThanOrEqualTo(over.getMinX());
    assertThat(read.getWidth()).isGreaterThan(20);
  }

  private void scrollToTheRight() {
    rig.find("#plan-tree", Node.class).lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == javafx.geometry.Orientation.HORIZONTAL)
        .forEach(bar -> bar.setValue(bar.getMax()));
  }
}
