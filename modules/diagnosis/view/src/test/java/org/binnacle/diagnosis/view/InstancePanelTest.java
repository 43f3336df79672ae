package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.Records;
import org.binnacle.diagnosis.kill.Protection;
import org.binnacle.diagnosis.view.instance.InstancePanel;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.Point;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.view.instance.ViewKind;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Words;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
class InstancePanelTest {
  private static final InstanceRef SHOP =
      new InstanceRef("b", "shop", "b:3306", "test", "grey", Safety.RELAXED, "");
  private final List<String> told = new ArrayList<>();
  private final MemorySettings settings = new MemorySettings();

  @BeforeEach
  void start() {
    Screen.start();
  }

  private final class Fake implements InstanceView {
    private final String name;
    final Scope scope;
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
    private final StackPane pane = new StackPane(new TextField());

    Fake(String name, Scope scope) {
      this.name = name;
      this.scope = scope;
      told.add(name + " made");
    }

    @Override
    public Node node() {
      return pane;
    }

    @Override
    public void shown() {
      told.add(name + " shown");
      badge.set("41");
    }

    @Override
    public void hidden() {
      told.add(name + " hidden");
    }

    @Override
    public void point(Point at) {
      told.add(name + " at " + at.connectionId());
    }

    @Override
    public ObservableValue<String> badge() {
      return badge;
    }

    @Override
    public void close() {
      told.add(name + " closed");
    }
  }

  private final List<Fake> fakes = new ArrayList<>();

  private ViewKind kind(String name, int digit) {
    return new ViewKind(
        name,
        digit,
        name,
        name,
        scope -> {
          var fake = new Fake(name, scope);
          fakes.add(fake);
          return fake;
        });
  }

  private InstancePanel panel() {
    var server = new Server(SHOP, "b", 3306, "u", Tls.preferred(), Optional.empty());
    var diagnosis =
        new Diagnosis(
            new BusyServer(server, 3),
            () -> List.of(server),
            new Records(new MemoryAudit(), settings),
            Protection.standard(),
            "test",
            Clock.systemUTC());
    return Screen.get(
        () ->
            new InstancePanel(
                new Kit(diagnosis, settings, new Words(), new Tasks(), new Theatre.Saves()),
                "shop",
                List.of(SHOP),
                List.of(kind("a", 1), kind("b", 2), kind("c", 5))));
  }

  private static void press(Node node, KeyCode code) {
    Screen.run(
        () ->
            node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  @Test
  void aViewIsMadeWhenChosenAndAsksOnlyWhileItIsInFront() {
    InstancePanel panel = panel();
    var window = Screen.get(() -> new Scene(new StackPane(panel.node())));
    assertThat(told).containsExactly("a made", "a shown");
    told.clear();
    press(panel.node(), KeyCode.DIGIT5);
    assertThat(told).containsExactly("a hidden", "c made", "c shown");
    told.clear();
    press(panel.node(), KeyCode.DIGIT3);
    press(panel.node(), KeyCode.DIGIT5);
    assertThat(told).as("no view has 3, and 5 is in front").isEmpty();
    Screen.run(panel::hidden);
    Screen.run(panel::shown);
    Screen.run(panel::shown);
    assertThat(told).containsExactly("c hidden", "c shown");
    told.clear();
    press(panel.node(), KeyCode.NUMPAD1);
    assertThat(told).as("made once").containsExactly("c hidden", "a shown");
    told.clear();
    Screen.run(panel::close);
    assertThat(told).first().isEqualTo("a hidden");
    assertThat(told).contains("a closed", "c closed").hasSize(3);
    assertThat(window.getRoot().lookupAll(".text-field")).isEmpty();
  }

  @Test
  void theChosenViewIsRememberedAndDigitsTypeIntoTexts() {
    InstancePanel first = panel();
    Screen.run(() -> first.choose("b"));
    Screen.run(first::close);
    InstancePanel second = panel();
    assertThat(second.chosen()).isEqualTo("b");
    Node field = Screen.get(() -> second.node().lookup(".text-field"));
    if (field == null) {
      field = ((StackPane) fakes.getLast().node()).getChildren().getFirst();
    }
    press(field, KeyCode.DIGIT1);
    assertThat(second.chosen()).isEqualTo("b");
    var button = (ToggleButton) Screen.get(() -> second.node().lookup("#view-b"));
    assertThat(button.isSelected()).isTrue();
    Screen.run(second::close);
  }

  @Test
  void oneViewHandsASessionToAnother() {
    InstancePanel panel = panel();
    told.clear();
    Screen.run(() -> fakes.getFirst().scope.show("b", new Point(SHOP, 4711)));
    assertThat(told).containsExactly("a hidden", "b made", "b shown", "b at 4711");
    Screen.run(() -> fakes.getFirst().scope.show("nowhere", new Point(SHOP, 4711)));
    assertThat(panel.chosen()).isEqualTo("b");
    Screen.run(panel::close);
  }
}
