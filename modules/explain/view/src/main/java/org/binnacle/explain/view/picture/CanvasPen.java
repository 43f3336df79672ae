package org.binnacle.explain.view.picture;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.binnacle.explain.picture.Ink;
import org.binnacle.explain.picture.Picture;
import org.binnacle.explain.picture.Shape;

/// Draws a picture on a canvas, only what lies inside of it. On the FX thread.
public final class CanvasPen {
  /// Letters smaller than this are left out: nobody can read them, and they cost the most.
  private static final double LEAST = 4;

  private final GraphicsContext pen;
  private final Inks inks;
  private final double left;
  private final double top;
  private final double right;
  private final double bottom;
  private final double scale;

  private CanvasPen(GraphicsContext pen, Inks inks, View view) {
    this.pen = pen;
    this.inks = inks;
    this.scale = view.scale;
    left = -view.x / view.scale;
    top = -view.y / view.scale;
    right = left + pen.getCanvas().getWidth() / view.scale;
    bottom = top + pen.getCanvas().getHeight() / view.scale;
  }

  /// Where a picture stands on the canvas.
  ///
  /// @param x the canvas's x of the picture's left edge
  /// @param scale 1 for 100 %
  public record View(double x, double y, double scale) {
    public static final View PLAIN = new View(0, 0, 1);
  }

  /// Clears the canvas and draws.
  public static void draw(GraphicsContext pen, Picture picture, Inks inks, View view) {
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.setFill(inks.of(Ink.GROUND));
    pen.fillRect(0, 0, pen.getCanvas().getWidth(), pen.getCanvas().getHeight());
    pen.setTransform(view.scale, 0, 0, view.scale, view.x, view.y);
    var canvas = new CanvasPen(pen, inks, view);
    picture.shapes().forEach(canvas::shape);
    pen.setTransform(1, 0, 0, 1, 0, 0);
  }

  private void shape(Shape shape) {
    switch (shape) {
      case Shape.Box box -> {
        if (seen(box.x(), box.y(), box.w(), box.h())) {
          box(box);
        }
      }
      case Shape.Diamond diamond -> {
        if (seen(diamond.x(), diamond.y(), diamond.w(), diamond.h())) {
          diamond(diamond);
        }
      }
      case Shape.Wire wire -> wire(wire);
      case Shape.Words words -> {
        double width = words.text().length() * words.size();
        if (words.size() * scale >= LEAST
            && seen(words.x() - width, words.y() - words.size(), 2 * width, 2 * words.size())) {
          words(words);
        }
      }
    }
  }

  private boolean seen(double x, double y, double w, double h) {
    return x < right && x + w > left && y < bottom && y + h > top;
  }

  private void box(Shape.Box box) {
    pen.setFill(inks.of(box.fill()));
    if (box.arc() * scale < 1) {
      pen.fillRect(box.x(), box.y(), box.w(), box.h());
    } else {
      pen.fillRoundRect(box.x(), box.y(), box.w(), box.h(), box.arc() * 2, box.arc() * 2);
    }
    if (box.line() > 0) {
      stroke(box.stroke(), box.line());
      pen.strokeRoundRect(box.x(), box.y(), box.w(), box.h(), box.arc() * 2, box.arc() * 2);
    }
  }

  private void diamond(Shape.Diamond diamond) {
    double x = diamond.x();
    double y = diamond.y();
    double w = diamond.w();
    double h = diamond.h();
    double[] xs = {x, x + w / 2, x + w, x + w / 2};
    double[] ys = {y + h / 2, y, y + h / 2, y + h};
    pen.setFill(inks.of(diamond.fill()));
    pen.fillPolygon(xs, ys, 4);
    if (diamond.line() > 0) {
      stroke(diamond.stroke(), diamond.line());
      pen.strokePolygon(xs, ys, 4);
    }
  }

  private void wire(Shape.Wire wire) {
    stroke(wire.ink(), wire.line());
    for (int i = 1; i < wire.spots().size(); i++) {
      Shape.Spot from = wire.spots().get(i - 1);
      Shape.Spot to = wire.spots().get(i);
      double x = Math.min(from.x(), to.x()) - wire.line();
      double y = Math.min(from.y(), to.y()) - wire.line();
      double w = Math.abs(from.x() - to.x()) + 2 * wire.line();
      double h = Math.abs(from.y() - to.y()) + 2 * wire.line();
      if (seen(x, y, w, h)) {
        pen.strokeLine(from.x(), from.y(), to.x(), to.y());
      }
    }
  }

  private void words(Shape.Words words) {
    Color ink = inks.of(words.ink());
    pen.setFill(ink);
    String family = words.mono() ? "monospace" : Font.getDefault().getFamily();
    pen.setFont(
        Font.font(family, words.bold() ? FontWeight.BOLD : FontWeight.NORMAL, words.size()));
    pen.setTextBaseline(VPos.BASELINE);
    pen.setTextAlign(
        switch (words.side()) {
          case LEFT -> TextAlignment.LEFT;
          case MIDDLE -> TextAlignment.CENTER;
          case RIGHT -> TextAlignment.RIGHT;
        });
    pen.fillText(words.text(), words.x(), words.y());
  }

  private void stroke(Ink ink, double line) {
    pen.setStroke(inks.of(ink));
    pen.setLineWidth(line);
  }
}
