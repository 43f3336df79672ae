package org.binnacle.review.view.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.binnacle.review.view.Rig;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scripts as files: read, edited, written as they were written, and drafts that are none.
@Tag("screen")
class ReviewFilesTest {
  @TempDir Path folder;
  @AutoClose private final Rig rig = new Rig();
  private final Reviews reviews = new Reviews(rig);

  @Test
  void aFileIsReadEditedAndWrittenWithItsEndsOfLines() throws IOException {
    Path file = write("crlf.sql", "CREATE TABLE a (id INT(11) PRIMARY KEY);\r\nSELECT 1;\r\n");
    Screen.run(() -> rig.panels.open(file));
    ReviewPanel panel = reviews.reviewed();
    Row width = Reviews.finding(panel, "column.int-width");
    assertThat(Screen.get(() -> reviews.editor().text()).substring(width.from(), width.to()))
        .isEqualTo("INT(11)");
    Screen.run(() -> reviews.editor().replace(width.from(), width.to(), "INT"));
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
    ReviewPanel panel = reviews.reviewed();
    Screen.run(() -> reviews.editor().replace(8, 12, "Gro"));
    rig.press(KeyCode.S, false, true, false);
    Screen.until("saved", () -> !panel.title().getValue().startsWith("*"));
    assertThat(Files.readAllBytes(file))
        .isEqualTo("SELECT 'Gro\u00dfe';\n".getBytes(StandardCharsets.ISO_8859_1));
    Screen.run(() -> reviews.editor().replace(8, 11, "\u20ac"));
    rig.press(KeyCode.S, false, true, false);
    Screen.until("told", () -> panel.message().words().contains("lacks a letter"));
    assertThat(Files.size(file)).isEqualTo(16);
  }

  @Test
  void whatWasNotSavedComesBackAndAnotherProgramsChangesAreNotWrittenOver() throws IOException {
    Path file = write("kept.sql", "SELECT 1;\n");
    Screen.run(() -> rig.panels.open(file));
    ReviewPanel panel = reviews.reviewed();
    Screen.run(() -> reviews.editor().replace(7, 8, "2"));
    Screen.until(
        "it is looked at",
        () -> panel.model().reviewed().get().orElseThrow().text().equals("SELECT 2;\n"));
    Screen.run(() -> rig.shut(panel.id()));
    Screen.run(() -> rig.panels.open(file));
    var again = (ReviewPanel) rig.front();
    Screen.until("it is offered", () -> again.message().words().contains("not saved"));
    assertThat(Screen.get(() -> reviews.editor().text())).isEqualTo("SELECT 1;\n");
    Screen.run(
        () ->
            again.message().lookupAll(".hyperlink").stream()
                .map(javafx.scene.control.Hyperlink.class::cast)
                .forEach(javafx.scene.control.Hyperlink::fire));
    assertThat(Screen.get(() -> reviews.editor().text())).isEqualTo("SELECT 2;\n");
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
  void aDraftIsThereAgainAndWhatIsNoTextIsTold() throws IOException {
    ReviewPanel panel = reviews.review("SELECT 1;\n");
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
    ReviewPanel panel = reviews.review(line);
    Row error = Reviews.finding(panel, "syntax.error");
    assertThat(line.substring(error.from(), error.to())).isIn("FORM", "t");
    rig.press(KeyCode.F8);
    assertThat(Screen.get(() -> reviews.editor().selectionStart())).isEqualTo(error.from());

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
    assertThat(Screen.get(() -> reviews.editor().isEditable())).isFalse();
    assertThat(Screen.get(() -> other.model().state().get()))
        .isEqualTo(ReviewModel.State.REVIEWING);
    rig.shoot("review-big");
    Screen.run(() -> rig.find("#review-stop", Button.class).fire());
    Screen.until("stopped", () -> other.model().state().get() == ReviewModel.State.STOPPED);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }
}
