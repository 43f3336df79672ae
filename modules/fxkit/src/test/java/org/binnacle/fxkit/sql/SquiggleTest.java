package org.binnacle.fxkit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.kernel.Severity;
import org.binnacle.testkit.Screen;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// Marks on a text: waves on exact characters, gutter, what is told under the mouse.
@Tag("screen")
class SquiggleTest {
  private static final String SQL = "SELECT a FROM t;\nDELETE FROM t;\n";

  private SqlArea area;
  private Stage stage;

  @BeforeAll
  static void start() {
    Screen.start();
  }

  @BeforeEach
  void open() {
    area = Screen.get(SqlArea::editor);
    stage = Screen.show(() -> new Layer(area), 800, 400);
    Screen.run(() -> area.show(SQL));
  }

  @AfterEach
  void close() {
    Screen.run(area::close);
    Screen.close(stage);
  }

  private CodeArea code() {
    return (CodeArea) area.lookup(".code-area");
  }

  private void mark(Squiggle... marks) {
    Screen.run(
        () -> area.squiggle(List.of(marks), List.of(new Stretched(0, 15), new Stretched(17, 30))));
    Screen.settle();
  }

  private boolean waves(int at) {
    return code().getStyleOfChar(at).stream().anyMatch(s -> s.startsWith("squiggle-"));
  }

  @Test
  void wavesStandUnderTheStretchAndNothingElseTogetherWithTheColours() {
    mark(new Squiggle(17, 23, Severity.CRITICAL), new Squiggle(7, 8, Severity.NOTICE));
    Screen.until("waves", () -> waves(17) && waves(7));
    Screen.until("colours", () -> code().getStyleOfChar(17).contains("sql-keyword"));
    assertThat(
            Screen.get(
                () ->
                    java.util.stream.IntStream.range(0, SQL.length())
                        .filter(this::waves)
                        .boxed()
                        .toList()))
        .containsExactly(7, 17, 18, 19, 20, 21, 22);
  }

  @Test
  void theWorstOfTwoWins() {
    mark(new Squiggle(0, 8, Severity.NOTICE), new Squiggle(0, 6, Severity.CRITICAL));
    Screen.until("waves", () -> waves(0));
    assertThat(Screen.get(() -> Set.copyOf(code().getStyleOfChar(0))))
        .contains("squiggle-critical")
        .doesNotContain("squiggle-notice");
    assertThat(Screen.get(() -> Set.copyOf(code().getStyleOfChar(7)))).contains("squiggle-notice");
  }

  @Test
  void marksMoveWithTheTextThatIsTypedBeforeThem() {
    mark(new Squiggle(17, 23, Severity.WARNING));
    Screen.run(() -> area.replace(0, 0, "-- one\n"));
    assertThat(Screen.get(() -> area.squiggles()))
        .containsExactly(new Squiggle(24, 30, Severity.WARNING));
    Screen.until(
        "drawn at the new place", () -> waves(24) && waves(29) && !waves(23) && !waves(30));
    Screen.run(() -> area.replace(24, 30, ""));
    assertThat(Screen.get(() -> area.squiggles().getFirst()))
        .isEqualTo(new Squiggle(24, 24, Severity.WARNING));
  }

  @Test
  void theGutterShowsTheWorstOfALineAndABarAlongEachStatement() {
    mark(
        new Squiggle(7, 8, Severity.NOTICE),
        new Squiggle(0, 6, Severity.CRITICAL),
        new Squiggle(17, 23, Severity.WARNING));
    Screen.until("icons", () -> area.lookupAll(".gutter-mark .ikonli-font-icon").size() == 2);
    assertThat(Screen.get(() -> area.lookupAll(".gutter-mark.red").size())).isEqualTo(1);
    assertThat(Screen.get(() -> area.lookupAll(".gutter-mark.orange").size())).isEqualTo(1);
    assertThat(
            Screen.get(
                () -> area.lookupAll(".statement-bar").stream().filter(Node::isVisible).count()))
        .isEqualTo(2);
  }

  @Test
  void aLongLineIsBrokenToBeShownAndItsMarksAndNumbersStayRight() {
    String line = "SELECT '" + "x".repeat(3_000) + "', mark FROM t;";
    int at = line.indexOf("mark");
    Screen.run(() -> area.show(line + "\nSELECT 2;\n"));
    mark(new Squiggle(at, at + 4, Severity.CRITICAL));
    Screen.run(() -> area.selectWhole(at, at + 4));
    assertThat(Screen.get(() -> area.marked())).isEqualTo("mark");
    assertThat(Screen.get(() -> area.place())).isEqualTo(at + 4);
    assertThat(Screen.get(() -> area.isEditable())).isFalse();
    Screen.until(
        "numbers",
        () ->
            area.lookupAll(".line-number").stream()
                .map(n -> ((Label) n).getText().strip())
                .filter(n -> !n.isEmpty())
                .toList()
                .equals(List.of("1", "2", "3")));
    Screen.run(() -> area.show("SELECT 1;"));
    assertThat(Screen.get(() -> area.isEditable())).isTrue();
  }

  @Test
  void theCardOfAPlaceComesWhereTheMouseRests() {
    Screen.run(
        () ->
            area.hover(at -> at < 6 ? Optional.of(new Label("told of " + at)) : Optional.empty()));
    Point2D place =
        Screen.get(
            () -> {
              Bounds first = code().getCharacterBoundsOnScreen(2, 3).orElseThrow();
              return new Point2D(first.getCenterX(), first.getCenterY());
            });
    new FxRobot().moveTo(place.getX(), place.getY());
    Screen.until(
        "the card",
        () ->
            Window.getWindows().stream()
                .anyMatch(w -> w.getScene().getRoot().lookup(".hover-card") != null));
  }
}
