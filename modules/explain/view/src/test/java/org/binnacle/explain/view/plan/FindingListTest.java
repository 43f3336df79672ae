package org.binnacle.explain.view.plan;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.binnacle.explain.view.PlanBench;
import org.binnacle.explain.view.Rig;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A plan with 39 findings: their cards come as they are looked for.
@Tag("screen")
class FindingListTest {
  private static final int ALL = 39;

  private Rig rig;

  @BeforeEach
  void open() {
    rig = new Rig();
    Opened plan = Opened.read(PlanBench.text(), About.text("many"));
    assertThat(plan.findings()).hasSize(ALL);
    Screen.run(() -> rig.panels.open(plan));
    Screen.until("cards stand", () -> cards() > 3);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private ScrollPane list() {
    return rig.find("#plan-findings", ScrollPane.class);
  }

  private int cards() {
    ScrollPane list = list();
    return list == null ? 0 : list.lookupAll(".finding").size();
  }

  @Test
  void cardsComeAsTheListIsScrolledUntilAllStand() {
    Screen.settle();
    assertThat(Screen.get(this::cards)).isLessThan(ALL);
    Screen.until(
        "all stand",
        () -> {
          list().setVvalue(list().getVmax());
          return cards() == ALL;
        });
  }

  @Test
  void theFindingThatIsSteppedToComesIntoSight() {
    Screen.until("the keyboard is there", () -> rig.stage().getScene().getFocusOwner() != null);
    // The one before the first is the last.
    rig.press(KeyCode.P);
    Screen.until("its card stands", () -> cards() == ALL);
    Screen.until("it is in sight", this::lastIsInSight);
  }

  private boolean lastIsInSight() {
    Node last =
        list().lookupAll(".finding").stream()
            .reduce((a, b) -> b.getLayoutY() > a.getLayoutY() ? b : a)
            .orElseThrow();
    Bounds at = last.localToScene(last.getLayoutBounds());
    Bounds pane = list().localToScene(list().getLayoutBounds());
    return at.getMinY() >= pane.getMinY() && at.getMinY() < pane.getMaxY();
  }
}
