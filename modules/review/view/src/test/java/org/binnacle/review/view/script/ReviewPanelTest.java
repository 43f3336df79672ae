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
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.review.mouth.Mouth;
import org.binnacle.review.report.Baseline;
import org.binnacle.review.report.Kept;
import org.binnacle.review.report.Report;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.view.Past;
import org.binnacle.review.view.Rig;
import org.binnacle.sql.parse.Target;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("screen")
class ReviewPanelTest {
  private static final String SQL =
      """
      -- a change as it came
      CREATE TABLE refunds (
        id INT(11) NOT NULL AUTO_INCREMENT,
        amount FLOAT NOT NULL,
        PRIMARY KEY (id),
        KEY idx_a (amount),
        KEY idx_a_id (amount, id)
      );
      ALTER TABLE orders ADD COLUMN refunded DECIMAL(12,2);
      ALTER TABLE orders ADD COLUMN why VARCHAR(100), MODIFY total DECIMAL(14,2);
      DELETE FROM orders WHERE id = 4;
      SELECT * FORM orders;
      """;

  @TempDir Path folder;
  private Rig rig;

  @BeforeEach
  void open() {
    rig = new Rig();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private ReviewPanel review(String sql) {
    Screen.run(() -> rig.panels.text(sql));
    return reviewed();
  }

  private ReviewPanel reviewed() {
    var panel = (ReviewPanel) rig.front();
    done(panel);
    return panel;
  }

  private static void done(ReviewPanel panel) {
    Screen.until("reviewed", () -> panel.model().state().get() == ReviewModel.State.DONE);
    Screen.until(
        "rows are shown",
        () -> panel.findings().table().shown().size() == panel.model().rows().rows().size());
    Screen.settle();
  }

  private SqlArea editor() {
    return rig.find("#review-editor", SqlArea.class);
  }

  private static Row finding(ReviewPanel panel, String rule) {
    return Screen.get(
        () ->
            panel.editor().marked().stream()
                .filter(r -> r.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(panel.editor().marked().toString())));
  }

  @Test
  void everySquiggleStandsOnTheTokensOfItsFinding() {
    ReviewPanel panel = review(SQL);
    assertThat(finding(panel, "syntax.error"))
        .satisfies(r -> assertThat(SQL.substring(r.from(), r.to())).isEqualTo("FORM"));
    assertThat(finding(panel, "column.int-width"))
        .satisfies(r -> assertThat(SQL.substring(r.from(), r.to())).isEqualTo("INT(11)"));
    List<Row> marked = Screen.get(() -> panel.editor().marked());
    assertThat(Screen.get(() -> editor().squiggles()))
        .extracting(s -> SQL.substring(s.from(), s.to()))
        .containsExactlyElementsOf(
            marked.stream().map(r -> SQL.substring(r.from(), r.to())).toList());
    rig.shoot("review");
    rig.shoot("review-125", 1.25);
  }

  @Test
  void f8GoesThroughTheFindingsInTheirOrderAndAroundAtTheEnd() {
    ReviewPanel panel = review(SQL);
    List<Row> marked = Screen.get(() -> panel.editor().marked());
    assertThat(marked).hasSizeGreaterThan(4);
    for (Row row : marked) {
      rig.press(KeyCode.F8);
      assertThat(Screen.get(() -> editor().selectionStart())).isEqualTo(row.from());
      assertThat(Screen.get(() -> panel.findings().table().selection().get())).containsExactly(row);
    }
    rig.press(KeyCode.F8);
    assertThat(Screen.get(() -> editor().selectionStart())).isEqualTo(marked.getFirst().from());
    rig.press(KeyCode.F8, true, false, false);
    assertThat(Screen.get(() -> editor().selectionStart())).isEqualTo(marked.getLast().from());
    Screen.until(
        "the detail is of the last",
        () ->
            rig.stage().getScene().getRoot().lookup("#review-detail .name") instanceof Label label
                && label.getText().equals(marked.getLast().message()));
    rig.shoot("review-detail");
  }

  @Test
  void aQuickFixIsShownMadeAndTakenBack() {
    ReviewPanel panel = review(SQL);
    Row width = finding(panel, "column.int-width");
    Screen.run(() -> editor().selectWhole(width.from(), width.to()));
    rig.press(KeyCode.ENTER, false, false, true);
    Screen.until("the menu", () -> menu().isPresent());
    assertThat(titles()).anyMatch(t -> t.startsWith("take the width away"));
    Screen.run(() -> item("take the width away").fire());
    Screen.until("the sheet", () -> rig.stage().getScene().getRoot().lookup("#fix-diff") != null);
    assertThat(Screen.get(() -> rig.find("#fix-diff", SqlArea.class).text()))
        .contains("-   id INT(11) NOT NULL")
        .contains("+   id INT NOT NULL");
    rig.shoot("review-fix");
    Screen.run(
        () ->
            rig.stage().getScene().getRoot().lookupAll(".sheet-buttons .accent").stream()
                .map(Button.class::cast)
                .forEach(Button::fire));
    assertThat(Screen.get(() -> editor().text())).isEqualTo(SQL.replace("INT(11)", "INT"));
    Screen.until(
        "it is found no more",
        () -> panel.editor().marked().stream().noneMatch(r -> r.rule().equals("column.int-width")));
    Screen.run(() -> editor().undo());
    assertThat(Screen.get(() -> editor().text())).isEqualTo(SQL);
  }

  private static Optional<ContextMenu> menu() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .filter(m -> "review-fix-menu".equals(m.getId()))
        .findFirst();
  }

  private static List<String> titles() {
    return Screen.get(
        () -> menu().orElseThrow().getItems().stream().map(MenuItem::getText).toList());
  }

  private static MenuItem item(String title) {
    return menu().orElseThrow().getItems().stream()
        .filter(i -> i.getText().startsWith(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aWriteIsOfferedAsTheSelectOfItsRowsWhereNothingIsWrong() {
    ReviewPanel panel = review("DELETE FROM orders WHERE id = 4;\n");
    assertThat(panel).isNotNull();
    Screen.run(() -> editor().selectWhole(3, 3));
    rig.press(KeyCode.ENTER, false, false, true);
    Screen.until("the menu", () -> menu().isPresent());
    assertThat(titles()).anyMatch(t -> t.contains("SELECT")).anyMatch(t -> t.startsWith("EXPLAIN"));
    Screen.run(() -> menu().orElseThrow().hide());
  }

  @Test
  void levelsFilterAndGroupsChooseWhatIsShown() {
    ReviewPanel panel = review(SQL);
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
    ReviewPanel panel = review(SQL);
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
    done(panel);
    assertThat(Screen.get(() -> rig.find("#review-chip-not-run", Button.class).getText()))
        .doesNotContain("need a schema");
    Screen.run(() -> editor().selectWhole(SQL.indexOf("MODIFY"), SQL.indexOf("MODIFY")));
    Screen.until(
        "the card",
        () -> rig.stage().getScene().getRoot().lookup("#review-prediction").isVisible());
    rig.shoot("review-prediction");
    Screen.run(() -> editor().selectWhole(SQL.indexOf("DELETE"), SQL.indexOf("DELETE")));
    Screen.until(
        "no card",
        () -> !rig.stage().getScene().getRoot().lookup("#review-prediction").isVisible());
  }

  @Test
  void anAnswerToATextThatWasTypedOverIsDropped() {
    ReviewPanel panel = review("CREATE TABLE a (x int);\n");
    Screen.run(
        () -> {
          panel.review();
          editor().replace(0, editor().text().length(), "SELECT 1;\n");
          panel.review();
        });
    done(panel);
    Screen.until(
        "the newest",
        () -> panel.model().reviewed().get().orElseThrow().text().equals("SELECT 1;\n"));
    assertThat(Screen.get(() -> panel.editor().marked())).isEmpty();
  }

  @Test
  void whatWasFixedAndWhatCameIsToldAgainstABaselineAndTheLastReview() throws IOException {
    Path file = write("a.sql", "CREATE TABLE a (x int);\n");
    Screen.run(() -> rig.panels.open(file));
    ReviewPanel panel = reviewed();
    Path baseline = folder.resolve("baseline.json");
    Files.write(baseline, Baseline.of(Screen.get(() -> panel.model().report("t").orElseThrow())));
    List<Kept> kept =
        Screen.get(() -> Kept.of(panel.model().reviewed().get().orElseThrow().report()));
    Screen.run(() -> editor().replace(0, editor().text().length(), "SELECT * FORM a;\n"));
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
  void aFileIsReadEditedAndWrittenWithItsEndsOfLines() throws IOException {
    Path file = write("crlf.sql", "CREATE TABLE a (id INT(11) PRIMARY KEY);\r\nSELECT 1;\r\n");
    Screen.run(() -> rig.panels.open(file));
    ReviewPanel panel = reviewed();
    Row width = finding(panel, "column.int-width");
    assertThat(Screen.get(() -> editor().text()).substring(width.from(), width.to()))
        .isEqualTo("INT(11)");
    Screen.run(() -> editor().replace(width.from(), width.to(), "INT"));
    assertThat(Screen.get(() -> panel.title().getValue())).isEqualTo("*crlf.sql");
    rig.press(KeyCode.S, false, true, false);
    Screen.until("saved", () -> panel.title().getValue().equals("crlf.sql"));
    assertThat(Files.readString(file))
        .isEqualTo("CREATE TABLE a (id INT PRIMARY KEY);\r\nSELECT 1;\r\n");
  }

  @Test
  void aFileIsWrittenInItsOwnCharacterSetOrNotAtAll() throws IOException {
    Path file = folder.resolve("latin1.sql");
    Files.write(file, "SELECT 'Stra\u00dfe';\n".getBytes(StandardCharsets.ISO_8859_1));
    Screen.run(() -> rig.panels.open(file));
    ReviewPanel panel = reviewed();
    Screen.run(() -> editor().replace(8, 12, "Gro"));
    rig.press(KeyCode.S, false, true, false);
    Screen.until("saved", () -> !panel.title().getValue().startsWith("*"));
    assertThat(Files.readAllBytes(file))
        .isEqualTo("SELECT 'Gro\u00dfe';\n".getBytes(StandardCharsets.ISO_8859_1));
    Screen.run(() -> editor().replace(8, 11, "\u20ac"));
    rig.press(KeyCode.S, false, true, false);
    Screen.until("told", () -> panel.message().words().contains("lacks a letter"));
    assertThat(Files.size(file)).isEqualTo(16);
  }

  @Test
  void whatWasNotSavedComesBackAndAnotherProgramsChangesAreNotWrittenOver() throws IOException {
    Path file = write("kept.sql", "SELECT 1;\n");
    Screen.run(() -> rig.panels.open(file));
    ReviewPanel panel = reviewed();
    Screen.run(() -> editor().replace(7, 8, "2"));
    Screen.until(
        "it is looked at",
        () -> panel.model().reviewed().get().orElseThrow().text().equals("SELECT 2;\n"));
    Screen.run(() -> rig.shut(panel.id()));
    Screen.run(() -> rig.panels.open(file));
    var again = (ReviewPanel) rig.front();
    Screen.until("it is offered", () -> again.message().words().contains("not saved"));
    assertThat(Screen.get(() -> editor().text())).isEqualTo("SELECT 1;\n");
    Screen.run(
        () ->
            again.message().lookupAll(".hyperlink").stream()
                .map(javafx.scene.control.Hyperlink.class::cast)
                .forEach(javafx.scene.control.Hyperlink::fire));
    assertThat(Screen.get(() -> editor().text())).isEqualTo("SELECT 2;\n");
    write("kept.sql", "SELECT 3;\n");
    Screen.run(() -> again.work().save(file));
    Screen.until("it is told", () -> again.message().words().contains("another program"));
    assertThat(Files.readString(file)).isEqualTo("SELECT 3;\n");
    Screen.run(
        () ->
            again.message().lookupAll(".hyperlink").stream()
                .map(javafx.scene.control.Hyperlink.class::cast)
                .forEach(javafx.scene.control.Hyperlink::fire));
    Screen.until("it is written", () -> Files.readString(file).equals("SELECT 2;\n"));
  }

  @Test
  void reportsGoIntoFilesAndTheClipboard() throws IOException {
    ReviewPanel panel = review(SQL);
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
  void aDraftIsThereAgainAndWhatIsNoTextIsTold() throws IOException {
    ReviewPanel panel = review("SELECT 1;\n");
    assertThat(rig.settings.get(panel.id().replace(':', '.') + ".text")).contains("SELECT 1;\n");
    Path binary = folder.resolve("binary.sql");
    Files.write(binary, new byte[] {0, 1, 2, 3, 0, 0});
    Screen.run(() -> rig.panels.open(binary));
    var other = (ReviewPanel) rig.front();
    Screen.until("told", () -> other.message().words().contains("no text"));
    rig.shoot("review-binary");
  }

  @Test
  void aLineOfAMegabyteAndATextOfFiveAreUsable() throws IOException {
    String line = "SELECT '" + "x".repeat(150_000) + "' FORM t;\n";
    ReviewPanel panel = review(line);
    Row error = finding(panel, "syntax.error");
    assertThat(line.substring(error.from(), error.to())).isIn("FORM", "t");
    rig.press(KeyCode.F8);
    assertThat(Screen.get(() -> editor().selectionStart())).isEqualTo(error.from());

    var big = new StringBuilder("SELECT * FORM first;\n");
    while (big.length() < 5 << 20) {
      big.append("INSERT INTO t (a, b) VALUES (1, 'a row of a dump that goes on and on');\n");
    }
    Path file = write("big.sql", big + "SELECT * FORM last;\n");
    Screen.run(() -> rig.panels.open(file));
    var other = (ReviewPanel) rig.front();
    Screen.until(
        "the beginning is reviewed",
        () -> other.editor().marked().stream().anyMatch(r -> r.line() == 1));
    assertThat(Screen.get(() -> editor().isEditable())).isFalse();
    assertThat(Screen.get(() -> other.model().state().get()))
        .isEqualTo(ReviewModel.State.REVIEWING);
    rig.shoot("review-big");
    Screen.run(() -> rig.find("#review-stop", Button.class).fire());
    Screen.until("stopped", () -> other.model().state().get() == ReviewModel.State.STOPPED);
  }

  @Test
  void closedPanelsAreForgotten() {
    var closed = new ArrayList<WeakReference<Panel>>();
    for (int i = 0; i < 12; i++) {
      ReviewPanel panel = review(SQL);
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
