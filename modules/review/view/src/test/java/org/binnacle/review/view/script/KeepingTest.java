package org.binnacle.review.view.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.input.KeyCode;
import org.binnacle.fxkit.task.Task;
import org.binnacle.review.report.FileReport;
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

/// Which runs of the screen are kept; that they come into the statistics is tried by the app.
@Tag("screen")
class KeepingTest {
  @TempDir Path folder;
  private final List<Report> kept = new CopyOnWriteArrayList<>();
  private Rig rig;

  @BeforeEach
  void open() {
    rig = new Rig();
    rig.past =
        new Past() {
          @Override
          public Optional<List<Kept>> last(String path) {
            return kept.reversed().stream()
                .flatMap(report -> report.files().stream())
                .filter(file -> file.path().equals(path))
                .findFirst()
                .map(Kept::of);
          }

          @Override
          public void keep(Report report, RuleSet set, Target target, Map<String, String> texts) {
            assertThat(texts.keySet())
                .containsExactlyInAnyOrderElementsOf(
                    report.files().stream().map(FileReport::path).toList());
            kept.add(report);
          }
        };
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private ReviewPanel review(Path path) {
    Screen.run(() -> rig.panels.open(path));
    var panel = (ReviewPanel) rig.front();
    reviewed(panel);
    return panel;
  }

  private static void reviewed(ReviewPanel panel) {
    Screen.until("reviewed", () -> panel.model().state().get() == ReviewModel.State.DONE);
  }

  private static void type(ReviewPanel panel, String text) {
    Screen.run(() -> panel.editor().area().replace(0, panel.editor().area().text().length(), text));
    Screen.until(
        "reviewed",
        () ->
            panel.model().state().get() == ReviewModel.State.DONE
                && panel.model().reviewed().get().orElseThrow().text().equals(text));
  }

  @Test
  void aRunIsKeptWhenItIsAskedForOrSavedAndNotWhenSomethingWasTyped() throws IOException {
    Path file = Files.writeString(folder.resolve("a.sql"), "CREATE TABLE a (x int);\n");
    ReviewPanel panel = review(file);
    type(panel, "CREATE TABLE b (x int);\n");
    assertThat(kept).isEmpty();
    Screen.run(panel::focus);
    rig.press(KeyCode.F5);
    Screen.until("kept", () -> kept.size() == 1);
    assertThat(kept.getFirst().files())
        .extracting(FileReport::path)
        .containsExactly(file.toString());
    type(panel, "CREATE TABLE c (x int);\n");
    rig.press(KeyCode.S, false, true, false);
    Screen.until("kept", () -> kept.size() == 2);
    assertThat(kept.getLast().files().getFirst().statements().getFirst().text())
        .contains("TABLE c");
  }

  @Test
  void aTextThatIsNoFileIsKeptAsTheCommandKeepsStandardInput() {
    Screen.run(() -> rig.panels.text("CREATE TABLE a (x int);\n"));
    var panel = (ReviewPanel) rig.front();
    reviewed(panel);
    Screen.run(panel::focus);
    rig.press(KeyCode.F5);
    Screen.until("kept", () -> kept.size() == 1);
    assertThat(kept.getFirst().files()).extracting(FileReport::path).containsExactly("-");
  }

  @Test
  void theLastRunIsTheOneBeforeThisText() throws IOException {
    Path file = Files.writeString(folder.resolve("a.sql"), "CREATE TABLE a (x int);\n");
    ReviewPanel panel = review(file);
    Screen.run(panel::focus);
    rig.press(KeyCode.F5);
    Screen.until("kept", () -> kept.size() == 1);
    type(panel, "SELECT * FORM a;\n");
    rig.press(KeyCode.F5);
    Screen.until("kept", () -> kept.size() == 2);
    Screen.until(
        "the one before is known",
        () ->
            panel.work().keeping().last().call().orElseThrow().stream()
                .noneMatch(one -> one.rule().equals("syntax.error")));
    Screen.run(() -> new ReviewHands(panel).comparisons().get(1).fire());
    Screen.until("compared", () -> panel.model().comparison().isPresent());
    assertThat(Screen.get(() -> panel.model().rows().rows()))
        .extracting(Row::change)
        .contains("new", "fixed");
    rig.shoot("review-compared-last");
  }

  @Test
  void theRunOfAFolderIsKeptWhole() throws IOException {
    Files.writeString(folder.resolve("a.sql"), "CREATE TABLE a (x int);\n");
    Files.writeString(folder.resolve("b.sql"), "CREATE TABLE b (x int);\n");
    Screen.run(() -> rig.panels.open(folder));
    Screen.until("kept", () -> kept.size() == 1);
    assertThat(kept.getFirst().files()).hasSize(2);
  }

  /// As each start of the program opens it.
  private void openFolderAnew(int run) {
    rig.open.keySet().stream().toList().forEach(id -> Screen.run(() -> rig.shut(id)));
    Screen.run(() -> rig.panels.open(folder));
    Screen.until("a run of its own", () -> rig.tasks.list().size() == run);
    Screen.until(
        "ended",
        () -> rig.tasks.list().stream().allMatch(t -> t.state().get() != Task.State.RUNNING));
    Screen.settle();
  }

  @Test
  void theSameRunOfAFolderIsNotKeptTwice() throws IOException {
    Path a = Files.writeString(folder.resolve("a.sql"), "CREATE TABLE a (x int);\n");
    openFolderAnew(1);
    Screen.until("kept", () -> kept.size() == 1);
    openFolderAnew(2);
    openFolderAnew(3);
    Files.writeString(a, "CREATE TABLE a (x int, y int);\n");
    openFolderAnew(4);
    Screen.until("kept for the text is another", () -> kept.size() == 2);
    assertThat(kept.getLast().files().getFirst().statements().getFirst().text()).contains("y int");
    Screen.run(() -> rig.settings.put("review.rules", "strict"));
    openFolderAnew(5);
    Screen.until("kept for the rules are others", () -> kept.size() == 3);
    assertThat(kept.getLast().ruleSet()).isEqualTo("strict");
  }
}
