package org.binnacle.review.view.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeView;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.task.Task;
import org.binnacle.review.view.Rig;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("screen")
class FolderPaneTest {
  @TempDir Path folder;
  @AutoClose private final Rig rig = new Rig();

  private Label summary() {
    return rig.find("#review-folder-summary", Label.class);
  }

  private List<String> badges() {
    return Screen.get(
        () ->
            rig.stage().getScene().getRoot().lookupAll(".folder-badge").stream()
                .filter(n -> n.getScene() != null && n.isVisible())
                .map(n -> ((Label) n).getText())
                .filter(t -> !t.isEmpty())
                .toList());
  }

  @Test
  void eachFileBearsWhatWasFoundInItAndIsOpenedWhenChosen() throws IOException {
    write("1/clean.sql", "SELECT 1;\n");
    write("1/findings.sql", "CREATE TABLE t (a int);\n");
    write("2/wrong.sql", "SELECT * FORM t;\n");
    write("2/partly.sql", "CREATE LIBRARY l LANGUAGE JAVASCRIPT AS 'x';\n");
    Files.write(folder.resolve("2/binary.sql"), new byte[] {0, 0, 1});
    write("readme.txt", "no script");
    Screen.run(() -> rig.panels.open(folder));
    Screen.until("all are reviewed", () -> summary().getText().startsWith("4 of 5 files"));
    Screen.until(
        "the tasks are done", () -> rig.tasks.list().getFirst().state().get() == Task.State.DONE);
    Screen.until(
        "each bears its state",
        () ->
            badges().containsAll(List.of("passed", "syntax error", "partly reviewed", "not read")));
    assertThat(badges()).anyMatch(b -> b.contains("warning") || b.matches("\\d+ errors?.*"));
    Screen.until("the first file is open", () -> editor().text().equals("SELECT 1;\n"));
    Screen.run(
        () -> {
          TreeView<?> tree = rig.find("#review-tree", TreeView.class);
          tree.getSelectionModel().select(tree.getExpandedItemCount() - 1);
        });
    Screen.until("another file is open", () -> !editor().text().equals("SELECT 1;\n"));
    rig.shoot("review-folder");
    Screen.run(() -> rig.find("#review-only-bad", CheckBox.class).fire());
    Screen.until("the clean one is hidden", () -> !badges().contains("passed"));
  }

  private SqlArea editor() {
    return rig.find("#review-editor", SqlArea.class);
  }

  @Test
  void aReviewOfAFolderIsATaskThatCanBeStopped() throws IOException {
    for (int i = 0; i < 60; i++) {
      write(
          "f%02d.sql".formatted(i),
          "CREATE TABLE t%d (id int PRIMARY KEY, a varchar(20));\n".formatted(i).repeat(400));
    }
    Screen.run(() -> rig.panels.open(folder));
    Screen.until(
        "some are done",
        () ->
            badges().stream()
                .anyMatch(
                    b -> b.contains("error") || b.contains("warning") || b.equals("running")));
    assertThat(Screen.get(() -> rig.tasks.list().getFirst().what())).startsWith("Review ");
    Screen.run(() -> rig.find("#review-folder-act", Button.class).fire());
    Screen.until("it says so", () -> summary().getText().endsWith("stopped"));
    Screen.until(
        "the task is stopped",
        () -> rig.tasks.list().getFirst().state().get() == Task.State.CANCELLED);
    assertThat(Screen.get(() -> rig.find("#review-folder-act", Button.class).getText()))
        .isEqualTo("Review all");
  }

  @Test
  void anEmptyFolderSaysSo() {
    Screen.run(() -> rig.panels.open(folder));
    Screen.until("told", () -> summary().getText().startsWith("There are no .sql files"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
