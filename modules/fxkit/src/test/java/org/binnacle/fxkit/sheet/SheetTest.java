package org.binnacle.fxkit.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
class SheetTest {
  private final TextField behind = new TextField();
  private Stage stage;

  @BeforeAll
  static void start() {
    Screen.start();
  }

  @BeforeEach
  void open() {
    stage = Screen.show(() -> new Layer(behind), 800, 500);
    Screen.run(behind::requestFocus);
  }

  @AfterEach
  void close() {
    Screen.close(stage);
  }

  @Test
  void onProductionADangerousActWantsTheNameTyped() {
    var acts = new AtomicInteger();
    Sheet sheet = open(Safety.STRICT, acts);
    Button kill = button("Kill query 7");
    assertThat(kill.isDisabled()).isTrue();
    Screen.run(() -> ((TextField) stage.getScene().lookup("#sheet-typed")).setText("shop-db-3"));
    assertThat(kill.isDisabled()).isFalse();
    Screen.run(kill::fire);
    assertThat(acts).hasValue(1);
    assertThat(Screen.get(sheet::isOpen)).isFalse();
  }

  @Test
  void elsewhereOneConfirmationIsEnough() {
    open(Safety.CAREFUL, new AtomicInteger());
    assertThat(button("Kill query 7").isDisabled()).isFalse();
  }

  @Test
  void theKeyboardStaysInsideAndEscGoesBackToWhereItWas() {
    Sheet sheet = open(Safety.STRICT, new AtomicInteger());
    Screen.run(behind::requestFocus);
    assertThat(Screen.get(behind::isFocused)).isFalse();
    Screen.run(
        () ->
            Event.fireEvent(
                stage.getScene().getFocusOwner(),
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
    assertThat(Screen.get(sheet::isOpen)).isFalse();
    assertThat(Screen.get(() -> stage.getScene().getFocusOwner())).isEqualTo(behind);
  }

  private Sheet open(Safety safety, AtomicInteger acts) {
    var instance = new InstanceRef("1", "shop-db-3", "h:3306", "production", "red", safety, "");
    return Screen.get(
        () ->
            Sheet.titled("Kill query 7")
                .on(instance)
                .body(new Label("One query."))
                .act(
                    "Kill query 7",
                    Sheet.Kind.DANGER,
                    sheet -> {
                      acts.incrementAndGet();
                      sheet.close();
                    })
                .open(behind));
  }

  private Button button(String text) {
    return Screen.get(
        () ->
            stage.getScene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow());
  }
}
