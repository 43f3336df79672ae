package org.binnacle.app.window;

import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("screen")
class PanelLeakTest {
  private MainWindow window;

  @BeforeAll
  static void start() {
    Screen.start();
  }

  @BeforeEach
  void open() {
    window = Screen.get(() -> MainWindow.open(new Trial().wiring(new MemorySettings())));
  }

  @AfterEach
  void close() {
    Screen.run(window::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"settings", "help", "shortcuts", "about", "prod:7"})
  void aPanelOpenedAndClosedFiftyTimesLeavesNothingBehind(String id) {
    PanelLeaks.check(window, () -> window.workbench().panel(id).orElseThrow());
  }
}
