package org.binnacle.app.window;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where a window stood: `x,y,width,height,maximised`. One that would stand outside all present
/// screens is put on the first.
record WindowPlace(double x, double y, double width, double height, boolean maximised) {
  private static final double LEAST = 200;

  static WindowPlace of(Stage stage) {
    return new WindowPlace(
        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
  }

  static Optional<WindowPlace> read(String text) {
    String[] fields = text.split(",");
    try {
      return fields.length == 5
          ? Optional.of(
              new WindowPlace(
                  Double.parseDouble(fields[0]),
                  Double.parseDouble(fields[1]),
                  Double.parseDouble(fields[2]),
                  Double.parseDouble(fields[3]),
                  fields[4].equals("true")))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  String write() {
    return String.format(Locale.ROOT, "%.0f,%.0f,%.0f,%.0f,%s", x, y, width, height, maximised);
  }

  void apply(Stage stage) {
    List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    WindowPlace seen = on(screens);
    stage.setX(seen.x);
    stage.setY(seen.y);
    stage.setWidth(seen.width);
    stage.setHeight(seen.height);
    stage.setMaximized(maximised);
  }

  /// This place if enough of its upper edge is on a screen to take hold of it, else the same size
  /// as far as it fits on the first screen.
  WindowPlace on(List<Rectangle2D> screens) {
    boolean held =
        screens.stream()
            .anyMatch(
                screen ->
                    y >= screen.getMinY() - 1
                        && y < screen.getMaxY() - 40
                        && x + width > screen.getMinX() + LEAST / 2
                        && x < screen.getMaxX() - LEAST / 2);
    if (held && width >= LEAST && height >= LEAST) {
      return this;
    }
    Rectangle2D first = screens.getFirst();
    return new WindowPlace(
        first.getMinX(),
        first.getMinY(),
        Math.clamp(width, LEAST, Math.max(LEAST, first.getWidth())),
        Math.clamp(height, LEAST, Math.max(LEAST, first.getHeight())),
        maximised);
  }
}
