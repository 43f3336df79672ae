package org.binnacle.explain.view.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.drawing.Icicle;
import org.binnacle.explain.drawing.LeftDeep;
import org.binnacle.explain.drawing.Steps;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.explain.picture.SvgPen;
import org.binnacle.explain.view.Rig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock")
class LayoutTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql-8.0.33/q01.analyze.txt",
        "mysql-8.0.33/q06.analyze.txt",
        "mysql-8.0.33/q11.json.txt",
        "mysql-8.0.33/q13.tree.txt",
        "mysql-8.0.33/q06.traditional.txt",
        "mariadb1011/explain-union-MARIA-ANALYZE-JSON.txt"
      })
  void everyStepHasABoxOfItsOwnAndABarInsideItsParent(String sample) {
    Opened plan = Opened.read(Rig.sample(sample), About.text(sample));
    var places = new HashSet<List<Integer>>();
    plan.diagram().boxes().forEach(box -> places.add(List.of(box.column(), box.row())));
    assertThat(plan.diagram().boxes()).hasSize(plan.weights().nodes().size());
    assertThat(places).hasSize(plan.weights().nodes().size());
    assertThat(plan.icicle().bars()).hasSize(plan.weights().nodes().size());
    for (Icicle.Bar bar : plan.icicle().bars()) {
      plan.weights()
          .parent(bar.node())
          .flatMap(parent -> plan.icicle().bar(parent.id()))
          .ifPresent(
              parent -> {
                assertThat(bar.from()).isGreaterThanOrEqualTo(parent.from() - 1e-9);
                assertThat(bar.to()).isLessThanOrEqualTo(parent.to() + 1e-9);
                assertThat(bar.level()).isEqualTo(parent.level() + 1);
              });
    }
  }

  @Test
  void joinsStandInOneRowWithTheirTablesBelow() {
    Opened plan =
        Opened.read(
            """
            -> Nested loop inner join  (cost=9 rows=9)
                -> Nested loop inner join  (cost=5 rows=5)
                    -> Table scan on a  (cost=1 rows=3)
                    -> Index lookup on b using k (x=a.x)  (cost=1 rows=2)
                -> Index lookup on c using k (x=b.x)  (cost=1 rows=2)
            """,
            About.text("three tables"));
    List<LeftDeep.Box> joins =
        plan.diagram().boxes().stream()
            .filter(box -> box.node().kind() instanceof NodeKind.Join)
            .toList();
    assertThat(joins.stream().map(LeftDeep.Box::row).distinct()).hasSize(1);
    assertThat(joins.stream().map(LeftDeep.Box::column).toList()).containsExactly(2, 1);
    assertThat(
            plan.diagram().boxes().stream()
                .filter(box -> box.node().kind() instanceof NodeKind.Access)
                .map(box -> box.column() + "/" + box.row())
                .toList())
        .containsExactly("0/1", "1/1", "2/1");
  }

  @Test
  void theInnerSideWeighsAsOftenAsItStarts() {
    Opened plan = Opened.read(Rig.sample("mysql-8.0.33/q01.tree.txt"), About.text("estimated"));
    assertThat(plan.weights().unit()).isEqualTo(Weights.Unit.COST);
    double inner =
        plan.weights().nodes().stream()
            .filter(node -> Steps.table(node).equals("o"))
            .mapToDouble(plan.weights()::total)
            .sum();
    assertThat(inner).isGreaterThan(1500);
  }

  @Test
  void textOfServersCannotBreakOutOfADrawing() {
    Opened plan =
        Opened.read(
            "-> Filter: (t.a = '</text><script>alert(1)</script>\u0001')  (cost=9 rows=9)\n"
                + "    -> Table scan on t<i>  (cost=9 rows=9)\n",
            About.text("hostile"));
    String svg = SvgPen.of(plan.drawing(), "a < b & \"c\"", ink -> 0);
    assertThat(svg).doesNotContain("<script").doesNotContain("<i>").doesNotContain("\u0001");
    assertThat(svg).contains("a &lt; b &amp; &quot;c&quot;");
  }

  @Test
  void aLongConditionIsBrokenOutsideOfItsTexts() {
    String condition =
        "((o.status = 'new and old') and (o.total between 5 and 90.00) and ((a.x = 1) or (a.y = 2)))";
    assertThat(ConditionLayout.of(condition))
        .isEqualTo(
            """
            ((o.status = 'new and old')
              and (o.total between 5 and 90.00)
              and ((a.x = 1)
                or (a.y = 2)))""");
  }

  @Test
  void placesInTheRawTextSurviveCarriageReturnsAndLongLines() {
    String raw = "a\r\n" + "x".repeat(2500) + "END\r\n";
    RawText text = RawText.of(raw);
    int at = raw.indexOf("END");
    assertThat(text.shown().substring(text.shown(at), text.shown(at + 3))).isEqualTo("END");
    assertThat(text.raw(text.shown(at))).isEqualTo(at);
    assertThat(text.shown().lines().mapToInt(String::length).max().orElse(0))
        .isLessThanOrEqualTo(1000);
  }
}
