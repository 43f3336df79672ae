package org.binnacle.fxkit.chart;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/// A picture on a canvas that is as large as the place it is given.
abstract class Drawing extends Region {
  private final Canvas canvas = new Canvas();

  Drawing(String styleClass) {
    getStyleClass().add(styleClass);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(canvas);
  }

  /// Paints all of it on an empty canvas, px.
  abstract void paint(GraphicsContext pen, double width, double height);

  /// Draws all anew.
  final void draw() {
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, width, height);
    if (width >= 2 && height >= 2) {
      paint(pen, width, height);
    }
  }

  @Override
  protected final void layoutChildren() {
    double width = snapSizeX(getWidth());
    double height = snapSizeY(getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      draw();
    }
  }
}
