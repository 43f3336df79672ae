package org.binnacle.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.binnacle.fxkit.PaletteSource;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
class WindowTest {
  private final MemorySettings settings = new MemorySettings();
  private final Trial trial = new Trial();
  private MainWindow window;

  @BeforeAll
  static void start() {
    Screen.start();
  }

  @BeforeEach
  void open() {
    window = Screen.get(() -> MainWindow.open(trial.wiring(settings)));
  }

  @AfterEach
  void close() {
    Screen.run(window::close);
    Screen.settle();
  }

  @Test
  void thePaletteOpensAnInstanceByKeysAlone() {
    press(KeyCode.K, true, false);
    TextField field = (TextField) lookup("#palette-field");
    Screen.until("focus", () -> field.isFocused());
    Screen.run(() -> field.setText("db-042"));
    Screen.until(
        "found",
        () ->
            ((ListView<?>) lookup("#palette-list"))
                .getItems()
                .getFirst()
                .toString()
                .contains("shop-db-042"));
    press(KeyCode.ENTER, false, false);
    Screen.until("opened", () -> ids().equals(List.of("prod:42")));
    Screen.settle();
    assertThat(Screen.get(() -> layer().covered())).isFalse();
  }

  @Test
  void escLeavesThePaletteAndTheKeyboardGoesBackWhereItWas() {
    Screen.run(() -> window.workbench().open("note:1"));
    Screen.until("focus", () -> focus() instanceof TextInputControl);
    Node before = Screen.get(this::focus);
    press(KeyCode.K, true, false);
    Screen.until("palette", () -> layer().covered());
    press(KeyCode.ESCAPE, false, false);
    Screen.until("gone", () -> !layer().covered() && before.equals(focus()));
  }

  @Test
  void theThemeSwitchesAtOnceAndIsRememberedOverARestart() {
    Screen.run(() -> window.themes().choice().set(Themes.Choice.LIGHT));
    assertThat(sheets()).anyMatch(sheet -> sheet.endsWith("theme-light.css"));
    press(KeyCode.L, true, true);
    Screen.until("dark", () -> window.themes().dark().get());
    assertThat(sheets()).anyMatch(sheet -> sheet.endsWith("theme-dark.css"));
    Screen.run(() -> window.themes().size().set(15));
    restart();
    assertThat(Screen.get(() -> window.themes().dark().get())).isTrue();
    assertThat(Screen.get(() -> layer().getStyleClass())).contains("letters-15");
  }

  @Test
  void eachSettingIsInThePaletteWithItsValues() {
    List<PaletteSource.Entry> entries = Screen.get(() -> OwnEntries.of(window));
    assertThat(entries)
        .filteredOn(entry -> entry.kind().equals("setting"))
        .extracting(PaletteSource.Entry::title)
        .contains("Theme: dark", "Theme: light", "Theme: as the system")
        .contains("Refresh: every 5 s", "Numbers and dates: 1.234,5");
    choose(entries, "Theme: dark");
    assertThat(Screen.get(() -> window.themes().choice().get())).isEqualTo(Themes.Choice.DARK);
    choose(entries, "Refresh: every 5 s");
    assertThat(window.settings().get("sessions.interval")).contains("5000");
  }

  private static void choose(List<PaletteSource.Entry> entries, String title) {
    Screen.run(
        () ->
            entries.stream()
                .filter(entry -> entry.title().equals(title))
                .forEach(entry -> entry.action().run()));
  }

  @Test
  void tabsSplitsAndPlaceAreAsTheyWereAfterARestart() {
    Screen.run(
        () -> {
          Workbench bench = window.workbench();
          bench.open("note:1");
          bench.open("note:2");
          bench.open("prod:3");
          split(Orientation.HORIZONTAL);
          bench.open("note:4");
          split(Orientation.VERTICAL);
          window.stage().setWidth(900);
          window.stage().setX(40);
        });
    Screen.settle();
    String before = Screen.get(() -> TabMemory.write(window.workbench().main().content()));
    assertThat(before).startsWith("h(").contains("v(").contains("t(1,note%3A1,note%3A2)");
    restart();
    assertThat(Screen.get(() -> TabMemory.write(window.workbench().main().content())))
        .isEqualTo(before);
    assertThat(Screen.get(() -> window.stage().getWidth())).isEqualTo(900);
    assertThat(Screen.get(() -> window.stage().getX())).isEqualTo(40);
  }

  @Test
  void aTabIsDetachedBroughtBackAndADetachedWindowComesBackAtTheNextStart() {
    Screen.run(
        () -> {
          window.workbench().open("note:1");
          window.workbench().open("note:2");
          window.workbench().detach(window.workbench().find("note:2").orElseThrow());
        });
    Screen.settle();
    assertThat(Screen.get(() -> window.workbench().detached())).hasSize(1);
    restart();
    assertThat(Screen.get(() -> window.workbench().detached())).hasSize(1);
    Screen.run(() -> window.workbench().bringBack(window.workbench().find("note:2").orElseThrow()));
    Screen.settle();
    assertThat(Screen.get(() -> window.workbench().detached())).isEmpty();
    assertThat(Screen.get(() -> window.workbench().main().tabs())).hasSize(2);
  }

  @Test
  void theLastPaneOfASplitTakesTheWholePlaceAgain() {
    Screen.run(
        () -> {
          window.workbench().open("note:1");
          window.workbench().open("note:2");
          split(Orientation.HORIZONTAL);
        });
    assertThat(Screen.get(() -> window.workbench().main().groups())).hasSize(2);
    press(KeyCode.W, true, false);
    Screen.until("one pane", () -> window.workbench().main().groups().size() == 1);
    assertThat(ids()).containsExactly("note:1");
    assertThat(trial.closed).hasValue(1);
  }

  @Test
  void aClosedTabIsOpenedAgainByKeys() {
    Screen.run(() -> window.workbench().open("note:1"));
    Screen.settle();
    press(KeyCode.W, true, false);
    Screen.until("closed", () -> ids().isEmpty());
    press(KeyCode.T, true, true);
    Screen.until("again", () -> ids().equals(List.of("note:1")));
  }

  @Test
  void f1OpensTheHelpOfThePanelInFront() {
    Screen.run(() -> window.workbench().open("settings"));
    Screen.settle();
    press(KeyCode.F1, false, false);
    Screen.until("help", () -> ids().contains("help"));
    assertThat(settings.get("help.topic")).contains("settings");
  }

  @Test
  void anUncaughtFailureIsToldOnceWithItsCode() {
    var uncaught = new Uncaught(window::failed);
    var bug = new IllegalStateException("seeded");
    uncaught.uncaughtException(Thread.currentThread(), bug);
    Screen.until("told", () -> layer().covered());
    assertThat(Screen.get(() -> ((TextInputControl) lookup("#error-details")).getText()))
        .contains("seeded");
    press(KeyCode.ESCAPE, false, false);
    Screen.until("gone", () -> !layer().covered());
    uncaught.uncaughtException(Thread.currentThread(), bug);
    Screen.settle();
    assertThat(Screen.get(() -> layer().covered())).isFalse();
    assertThat(Fault.BUG.id()).isEqualTo("work.bug");
  }

  @Test
  void whenTheWindowClosesEveryPanelIsClosed() {
    Screen.run(
        () -> {
          window.workbench().open("note:1");
          window.workbench().open("prod:2");
          window.workbench().detach(window.workbench().find("prod:2").orElseThrow());
          window.close();
        });
    assertThat(trial.closed).hasValue(2);
  }

  private void restart() {
    Screen.settle();
    Screen.run(window::close);
    Screen.settle();
    window = Screen.get(() -> MainWindow.open(trial.wiring(settings)));
    Screen.settle();
  }

  private void split(Orientation orientation) {
    var tab = window.workbench().current().orElseThrow();
    window.workbench().split(tab, (TabGroup) tab.getTabPane(), orientation);
  }

  /// A key as the window system would send it to the node with the focus.
  private void press(KeyCode code, boolean shortcut, boolean shift) {
    Screen.run(
        () -> {
          Node at = focus() == null ? layer() : focus();
          Event.fireEvent(
              at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false));
        });
    Screen.settle();
  }

  private Node focus() {
    return window.stage().getScene().getFocusOwner();
  }

  private Layer layer() {
    return (Layer) window.stage().getScene().getRoot();
  }

  private Node lookup(String selector) {
    return Screen.get(() -> layer().lookup(selector));
  }

  private List<String> sheets() {
    return Screen.get(() -> List.copyOf(window.stage().getScene().getStylesheets()));
  }

  private List<String> ids() {
    return Screen.get(() -> window.workbench().panels().stream().map(Panel::id).toList());
  }
}
