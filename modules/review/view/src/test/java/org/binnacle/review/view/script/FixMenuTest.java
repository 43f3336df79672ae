package org.binnacle.review.view.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.review.view.Rig;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What can be done at a place of a script, offered, shown and made.
@Tag("screen")
class FixMenuTest {
  @AutoClose private final Rig rig = new Rig();
  private final Reviews reviews = new Reviews(rig);

  @Test
  void aQuickFixIsShownMadeAndTakenBack() {
    ReviewPanel panel = reviews.review(Reviews.SQL);
    Row width = Reviews.finding(panel, "column.int-width");
    Screen.run(() -> reviews.editor().selectWhole(width.from(), width.to()));
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
    assertThat(Screen.get(() -> reviews.editor().text()))
        .isEqualTo(Reviews.SQL.replace("INT(11)", "INT"));
    Screen.until(
        "it is found no more",
        () -> panel.editor().marked().stream().noneMatch(r -> r.rule().equals("column.int-width")));
    Screen.run(() -> reviews.editor().undo());
    assertThat(Screen.get(() -> reviews.editor().text())).isEqualTo(Reviews.SQL);
  }

  @Test
  void aWriteIsOfferedAsTheSelectOfItsRowsWhereNothingIsWrong() {
    ReviewPanel panel = reviews.review("DELETE FROM orders WHERE id = 4;\n");
    assertThat(panel).isNotNull();
    Screen.run(() -> reviews.editor().selectWhole(3, 3));
    rig.press(KeyCode.ENTER, false, false, true);
    Screen.until("the menu", () -> menu().isPresent());
    assertThat(titles()).anyMatch(t -> t.contains("SELECT")).anyMatch(t -> t.startsWith("EXPLAIN"));
    Screen.run(() -> menu().orElseThrow().hide());
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
}
