package org.binnacle.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.stage.Stage;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.Settings;

/// Remembers the window between starts: place, navigator, tabs and splits, detached windows.
final class WindowMemory {
  private static final String PLACE = "window.place";
  private static final String NAVIGATOR = "window.navigator";
  private static final String TABS = "window.tabs";
  private static final String DETACHED = "window.detached";
  private static final double USUAL_NAVIGATOR = 268;

  private final Settings settings;
  private final MainWindow window;
  private boolean waiting;
  private boolean ready;

  WindowMemory(Settings settings, MainWindow window) {
    this.settings = settings;
    this.window = window;
  }

  void restore() {
    Stage stage = window.stage();
    settings.get(PLACE).flatMap(WindowPlace::read).ifPresent(place -> place.apply(stage));
    Workbench workbench = window.workbench();
    settings
        .get(TABS)
        .flatMap(text -> TabMemory.read(text, workbench.main(), workbench::panel))
        .ifPresent(workbench.main()::restore);
    for (String line : settings.get(DETACHED).orElse("").lines().toList()) {
      int bar = line.indexOf('|');
      if (bar > 0) {
        DetachedWindow detached = workbench.window();
        TabMemory.read(line.substring(bar + 1), detached.area(), workbench::panel)
            .ifPresent(detached.area()::restore);
        WindowPlace.read(line.substring(0, bar)).ifPresent(at -> at.apply(detached.stage()));
      }
    }
    for (DetachedWindow detached : workbench.detached()) {
      if (detached.area().tabs().isEmpty()) {
        workbench.forget(detached);
      } else {
        detached.show();
      }
    }
  }

  /// From now on what changes is remembered.
  void watch() {
    ready = true;
    InvalidationListener changed = seen -> saveSoon();
    Stage stage = window.stage();
    stage.xProperty().addListener(changed);
    stage.yProperty().addListener(changed);
    stage.widthProperty().addListener(changed);
    stage.heightProperty().addListener(changed);
    stage.maximizedProperty().addListener(changed);
  }

  void placeNavigator() {
    var sides = window.sides();
    if (sides.getItems().size() == 2) {
      double width = settings.get(NAVIGATOR).map(WindowMemory::number).orElse(USUAL_NAVIGATOR);
      double all = Math.max(sides.getWidth(), 600);
      sides.setDividerPositions(Math.clamp(width / all, 0.05, 0.6));
    }
  }

  void saveSoon() {
    if (ready && !waiting) {
      waiting = true;
      FxThread.later(
          () -> {
            waiting = false;
            save();
          });
    }
  }

  void save() {
    if (!window.isOpen() || !ready) {
      return;
    }
    settings.put(PLACE, WindowPlace.of(window.stage()).write());
    var sides = window.sides();
    if (sides.getItems().size() == 2 && sides.getWidth() > 0) {
      settings.put(
          NAVIGATOR, String.valueOf(Math.round(sides.getDividerPositions()[0] * sides.getWidth())));
    }
    settings.put(TABS, TabMemory.write(window.workbench().main().content()));
    List<String> lines = new ArrayList<>();
    for (DetachedWindow detached : window.workbench().detached()) {
      lines.add(
          WindowPlace.of(detached.stage()).write()
              + "|"
              + TabMemory.write(detached.area().content()));
    }
    settings.put(DETACHED, String.join("\n", lines));
  }

  private static double number(String text) {
    return Optional.of(text)
        .filter(t -> t.matches("\\d{1,5}"))
        .map(Double::parseDouble)
        .orElse(280.0);
  }
}
