package org.binnacle.explain.view.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.insight.Insight;
import org.binnacle.explain.insight.Insights;
import org.binnacle.explain.view.Rig;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
class PlanLinksTest {
  private static final String SQL = "SELECT * FROM ord WHERE status LIKE '%new'";

  @AutoClose private final Rig rig = new Rig();

  private PlanPanel shown(String sql) {
    var about =
        new About(
            "pasted",
            sql,
            Optional.empty(),
            "",
            "8.0.33",
            Optional.empty(),
            "",
            List.of(),
            Map.of(),
            Facts.NONE.withSql(sql));
    Opened plan = Opened.read(Rig.sample("mysql-8.0.33/q11.analyze.txt"), about);
    Screen.run(() -> rig.panels.open(plan));
    Screen.until(
        "the findings stand", () -> rig.find(".finding-next", javafx.scene.Node.class) != null);
    return (PlanPanel) rig.front();
  }

  @Test
  void insightsWhoseAnswerMayBeAnIndexAreShippedOnes() {
    assertThat(Insights.shipped().stream().map(Insight::id)).containsAll(PlanLinks.INDEXED);
  }

  @Test
  void theFindingUnderTheEyeLeadsOnToAReviewOfTheStatement() {
    shown(SQL);
    Screen.until(
        "its button stands", () -> rig.find(".finding-links .button", Button.class) != null);
    Button button = rig.find(".finding-links .button", Button.class);
    assertThat(Screen.get(button::getText)).isEqualTo("Review this statement");
    Screen.run(button::fire);
    assertThat(rig.reviewed).containsExactly(SQL);
    rig.shoot("plan-links");
    rig.press(KeyCode.R);
    assertThat(rig.reviewed).containsExactly(SQL, SQL);
  }

  @Test
  void aPlanWithoutItsStatementLeadsNowhere() {
    PlanPanel panel = shown("");
    assertThat(rig.find("#plan-review", Button.class).isDisabled()).isTrue();
    assertThat(rig.find(".finding-links .button", Button.class)).isNull();
    rig.press(KeyCode.R);
    assertThat(rig.reviewed).isEmpty();
    assertThat(panel.model().opened().get()).isPresent();
  }

  @Test
  void theMenuOfAFindingCopiesItsWords() {
    PlanPanel panel = shown(SQL);
    Finding finding = Screen.get(() -> panel.model().finding().get().orElseThrow());
    ContextMenu menu =
        Screen.get(
            () -> FindingMenu.of(finding, new PlanLinks(rig.kit, rig.panels, panel.model())));
    assertThat(menu.getItems().stream().map(MenuItem::getText))
        .containsExactly("Review this statement", null, "Copy the finding");
    Screen.run(() -> menu.getItems().getLast().getOnAction().handle(null));
    assertThat(Screen.get(() -> Clipboard.getSystemClipboard().getString()))
        .contains(finding.words())
        .contains("Next: " + finding.next());
  }
}
