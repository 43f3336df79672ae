package org.binnacle.review.view.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.binnacle.fxkit.Panel;
import org.binnacle.review.mouth.Mouth;
import org.binnacle.review.report.Baseline;
import org.binnacle.review.report.Kept;
import org.binnacle.review.report.Report;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.view.Past;
import org.binnacle.review.view.Rig;
import org.binnacle.sql.parse.Target;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The review screen: what is found stands at its words, in the table and in full.
@Tag("screen")
class ReviewPanelTest {
  @TempDir Path folder;
  @AutoClose private final Rig rig = new Rig();
  private final Reviews reviews = new Reviews(rig);

  @Test
  void everySquiggleStandsOnTheTokensOfItsFinding() {
    ReviewPanel panel = reviews.review(Reviews.SQL);
    assertThat(Reviews.finding(panel, "syntax.error"))
        .satisfies(r -> assertThat(Reviews.SQL.substring(r.from(), r.to())).isEqualTo("FORM"));
    assertThat(Reviews.finding(panel, "column.int-width"))
        .satisfies(r -> assertThat(Reviews.SQL.substring(r.from(), r.to())).isEqualTo("INT(11)"));
    List<Row> marked = Screen.get(() -> panel.editor().marked());
    assertThat(Screen.get(() -> reviews.editor().squiggles()))
        .extracting(s -> Reviews.SQL.substring(s.from(), s.to()))
        .containsExactlyElementsOf(
            marked.stream().map(r -> Reviews.SQL.substring(r.from(), r.to())).toList());
    rig.shoot("review");
    rig.shoot("review-125", 1.25);
  }

  @Test
  void f8GoesThroughTheFindingsInTheirOrderAndAroundAtTheEnd() {
    ReviewPanel panel = reviews.review(Reviews.SQL);
    List<Row> marked = Screen.get(() -> panel.editor().marked());
    assertThat(marked).hasSizeGreaterThan(4);
    for (Row row : marked) {
      rig.press(KeyCode.F8);
      assertThat(Screen.get(() -> reviews.editor().selectionStart())).isEqualTo(row.from());
      assertThat(Screen.get(() -> panel.findings().table().selection().get())).containsExactly(row);
    }
    rig.press(KeyCode.F8);
    assertThat(Screen.get(() -> reviews.editor().selectionStart()))
        .isEqualTo(marked.getFirst().from());
    rig.press(KeyCode.F8, true, false, false);
    assertThat(Screen.get(() -> reviews.editor().selectionStart()))
        .isEqualTo(marked.getLast().from());
    Screen.until(
        "the detail is of the last",
        () ->
            rig.stage().getScene().getRoot().lookup("#review-detail .name") instanceof Label label
                && label.getText().equals(marked.getLast().message()));
    rig.shoot("review-detail");
  }

  @Test
  void levelsFilterAndGroupsChooseWhatIsShown() {
    ReviewPanel panel = reviews.review(Reviews.SQL);
    long notices =
        Screen.get(
            () -> panel.findings().table().shown().stream().filter(r -> !r.isHead()).count());
    Screen.run(() -> rig.find("#review-chip-error", ToggleButton.class).fire());
    Screen.until(
        "errors are hidden",
        () ->
            panel.findings().table().shown().stream()
                .noneMatch(r -> !r.isHead() && r.level() == org.binnacle.review.Level.ERROR));
    Screen.run(() -> rig.find("#review-chip-error", ToggleButton.class).fire());
    Screen.run(() -> rig.find("#review-filter", TextField.class).setText("INT-width"));
    Screen.until(
        "one passes",
        () -> panel.findings().table().shown().stream().filter(r -> !r.isHead()).count() == 1);
    Screen.run(() -> rig.find("#review-filter", TextField.class).setText("no such words"));
    Screen.until(
        "the placeholder",
        () -> panel.findings().table().view().getPlaceholder().lookup(".button") != null);
    Screen.run(() -> rig.find("#review-filter", TextField.class).clear());
    for (Grouping grouping : Grouping.values()) {
      Screen.run(() -> grouping().setValue(grouping));
      Screen.until(
          "grouped " + grouping,
          () ->
              panel.findings().table().shown().stream().filter(r -> !r.isHead()).count() == notices
                  && panel.findings().table().shown().stream().noneMatch(Row::isHead)
                      == (grouping == Grouping.NONE));
      // They are put into groups off the FX thread: those before may be shown until then.
      Screen.until(
          "sorted " + grouping,
          () ->
              panel.findings().table().shown().equals(sorted(panel.model().rows().rows()))
                  && panel.model().view().grouping() == grouping);
      if (grouping == Grouping.RULE) {
        Screen.until(
            "heads are rules",
            () -> {
              List<Row> shown = panel.findings().table().shown();
              return shown.getFirst().message().startsWith(shown.get(1).rule());
            });
        rig.shoot("review-by-rule");
      }
    }
    assertThat(rig.settings.get("review.grouping")).contains("OBJECT");
  }

  private static List<Row> sorted(List<Row> rows) {
    var sorted = new ArrayList<>(rows);
    sorted.sort(java.util.Comparator.comparingInt(Row::group).thenComparing(r -> !r.isHead()));
    return sorted;
  }

  @SuppressWarnings("unchecked")
  private ChoiceBox<Grouping> grouping() {
    return rig.find("#review-grouping", ChoiceBox.class);
  }

  @Test
  void aSchemaLetsMoreRulesRunAndForetellsTheCost() throws IOException {
    ReviewPanel panel = reviews.review(Reviews.SQL);
    assertThat(Screen.get(() -> rig.find("#review-chip-not-run", Button.class).getText()))
        .contains("need a schema");
    rig.file =
        Optional.of(
            write(
                "schema.sql",
                "CREATE TABLE orders (id int PRIMARY KEY, total decimal(12,2) NOT NULL);"));
    Screen.run(() -> new ReviewHands(panel).schemaFiles());
    Screen.until(
        "the schema counts",
        () -> panel.model().reviewed().get().orElseThrow().ready().schema().isComplete());
    Reviews.done(panel);
    assertThat(Screen.get(() -> rig.find("#review-chip-not-run", Button.class).getText()))
        .doesNotContain("need a schema");
    Screen.run(
        () ->
            reviews
                .editor()
                .selectWhole(Reviews.SQL.indexOf("MODIFY"), Reviews.SQL.indexOf("MODIFY")));
    Screen.until(
        "the card",
        () -> rig.stage().getScene().getRoot().lookup("#review-prediction").isVisible());
    rig.shoot("review-prediction");
    Screen.run(
        () ->
            reviews
                .editor()
                .selectWhole(Reviews.SQL.indexOf("DELETE"), Reviews.SQL.indexOf("DELETE")));
    Screen.until(
        "no card",
        () -> !rig.stage().getScene().getRoot().lookup("#review-prediction").isVisible());
  }

  @Test
  void anAnswerToATextThatWasTypedOverIsDropped() {
    ReviewPanel panel = reviews.review("CREATE TABLE a (x int);\n");
    Screen.run(
        () -> {
          panel.review();
          reviews.editor().replace(0, reviews.editor().text().length(), "SELECT 1;\n");
          panel.review();
        });
    Reviews.done(panel);
    Screen.until(
        "the newest",
        () -> panel.model().reviewed().get().orElseThrow().text().equals("SELECT 1;\n"));
    assertThat(Screen.get(() -> panel.editor().marked())).isEmpty();
  }

  @Test
  void whatWasFixedAndWhatCameIsToldAgainstABaselineAndTheLastReview() throws IOException {
    Path file = write("a.sql", "CREATE TABLE a (x int);\n");
    Screen.run(() -> rig.panels.open(file));
    ReviewPanel panel = reviews.reviewed();
    Path baseline = folder.resolve("baseline.json");
    Files.write(baseline, Baseline.of(Screen.get(() -> panel.model().report("t").orElseThrow())));
    List<Kept> kept =
        Screen.get(() -> Kept.of(panel.model().reviewed().get().orElseThrow().report()));
    Screen.run(
        () -> reviews.editor().replace(0, reviews.editor().text().length(), "SELECT * FORM a;\n"));
    Screen.until(
        "reviewed again",
        () -> panel.model().reviewed().get().orElseThrow().text().startsWith("SELECT"));
    rig.file = Optional.of(baseline);
    Screen.run(() -> new ReviewHands(panel).comparisons().get(2).fire());
    Screen.until("compared", () -> panel.model().comparison().isPresent());
    assertThat(Screen.get(() -> panel.model().rows().rows()))
        .extracting(Row::change)
        .contains("new", "fixed");
    rig.past =
        new Past() {
          @Override
          public Optional<List<Kept>> last(String path) {
            return path.equals(file.toString()) ? Optional.of(kept) : Optional.empty();
          }

          @Override
          public void keep(Report report, RuleSet set, Target target, Map<String, String> texts) {}
        };
    Screen.run(() -> panel.model().compare(Optional.empty()));
    Screen.run(() -> new ReviewHands(panel).comparisons().get(1).fire());
    Screen.until(
        "compared with it",
        () ->
            panel.model().comparison().isPresent()
                && panel
                    .model()
                    .reference()
                    .filter(r -> r.name().equals("the last review"))
                    .isPresent());
    rig.shoot("review-compared");
  }

  @Test
  void reportsGoIntoFilesAndTheClipboard() throws IOException {
    ReviewPanel panel = reviews.review(Reviews.SQL);
    Path out = folder.resolve("report.sarif");
    rig.file = Optional.of(out);
    Screen.run(() -> panel.exports().export(Mouth.SARIF));
    Screen.until("written", () -> Files.exists(out) && Files.size(out) > 100);
    assertThat(Files.readString(out)).contains("\"version\"").contains("syntax.error");
    Screen.run(() -> panel.exports().copy());
    assertThat(Screen.get(() -> Clipboard.getSystemClipboard().getString()))
        .contains("syntax.error");
  }

  @Test
  void closedPanelsAreForgotten() {
    var closed = new ArrayList<WeakReference<Panel>>();
    for (int i = 0; i < 12; i++) {
      ReviewPanel panel = reviews.review(Reviews.SQL);
      closed.add(new WeakReference<>(panel));
      Screen.run(() -> rig.shut(panel.id()));
      Screen.settle();
    }
    // The scene itself remembers the last focused and hovered nodes.
    Screen.until(
        "they are forgotten",
        () -> {
          System.gc();
          return closed.stream().filter(one -> one.get() != null).count() <= 2;
        });
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }
}
