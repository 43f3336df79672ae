package org.binnacle.explain.view.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.binnacle.explain.compare.Change;
import org.binnacle.explain.view.Rig;
import org.binnacle.explain.view.plan.About;
import org.binnacle.explain.view.plan.Opened;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
class ComparePanelTest {
  private static final String BEFORE =
      """
      -> Sort: c.name  (cost=9000 rows=5000) (actual time=210..214 rows=7500 loops=1)
          -> Nested loop inner join  (cost=9000 rows=5000) (actual time=0.2..190 rows=7500 loops=1)
              -> Table scan on c  (cost=500 rows=5000) (actual time=0.1..4 rows=5000 loops=1)
              -> Filter: (o.status = 'new')  (cost=1.4 rows=1) (actual time=0.03..0.035 rows=1.5 loops=5000)
                  -> Index lookup on o using cust_id (cust_id=c.id)  (cost=1.4 rows=6) (actual time=0.02..0.03 rows=6 loops=5000)
      """;
  private static final String AFTER =
      """
      -> Sort: c.name  (cost=900 rows=500) (actual time=21..21.4 rows=7500 loops=1)
          -> Nested loop inner join  (cost=900 rows=500) (actual time=0.2..19 rows=7500 loops=1)
              -> Index lookup on o using status (status='new')  (cost=100 rows=500) (actual time=0.1..4 rows=7500 loops=1)
              -> Single-row index lookup on c using PRIMARY (id=o.cust_id)  (cost=0.25 rows=1) (actual time=0.001..0.001 rows=1 loops=7500)
      """;

  @AutoClose private final Rig rig = new Rig();

  @SuppressWarnings("unchecked")
  private List<ChangeRow> rows() {
    return Screen.get(
        () ->
            List.copyOf(
                ((TableView<ChangeRow>) rig.find(".live-table", TableView.class)).getItems()));
  }

  @Test
  void stepsOfBothPlansStandOnOneLineEach() {
    Opened before = Opened.read(BEFORE, About.text("yesterday"));
    Opened after = Opened.read(AFTER, About.text("today"));
    Screen.run(() -> rig.panels.compare(Optional.of(before), Optional.of(after)));
    Screen.until("the rows are there", () -> !rows().isEmpty());
    assertThat(rows()).hasSize(5);
    assertThat(rows().stream().map(row -> row.change().kind()).toList())
        .contains(Change.Kind.SAME, Change.Kind.CHANGED, Change.Kind.REMOVED);
    assertThat(DeltaWords.of(rows().getFirst().change().timeMs())).isEqualTo("214 → 21.4  (÷10)");
    rig.shoot("plan-compare");
    ToggleButton only = rig.find("#compare-only-changes", ToggleButton.class);
    Screen.run(only::fire);
    Screen.until("only changes", () -> rows().stream().allMatch(row -> row.change().shape()));
  }

  @Test
  void withoutPlansItSaysWhatToChoose() {
    Screen.run(() -> rig.open("plan-compare:new", rig.panels::comparison));
    Screen.settle();
    rig.shoot("plan-compare-empty");
    assertThat(rows()).isEmpty();
  }
}
