package org.binnacle.fxkit.chart;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.binnacle.fxkit.FxThread;

/// A trend without axes: the least and the greatest value of each pixel column, drawn on a canvas.
/// NaN stands for a gap and is drawn as one. Colours are set by the sheets (`-line-color`,
/// `-area-color`).
public final class Sparkline extends Drawing {
  private static final StyleablePropertyFactory<Sparkline> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final CssMetaData<Sparkline, Paint> LINE =
      FACTORY.createPaintCssMetaData("-line-color", s -> s.line, Color.GRAY);
  private static final CssMetaData<Sparkline, Paint> AREA =
      FACTORY.createPaintCssMetaData("-area-color", s -> s.area, Color.TRANSPARENT);

  private final StyleableObjectProperty<Paint> line =
      new SimpleStyleableObjectProperty<>(LINE, this, "line", Color.GRAY);
  private final StyleableObjectProperty<Paint> area =
      new SimpleStyleableObjectProperty<>(AREA, this, "area", Color.TRANSPARENT);
  private double[] values = {};
  private double least = 1;

  public Sparkline() {
    super("sparkline");
    InvalidationListener redraw = seen -> draw();
    line.addListener(redraw);
    area.addListener(redraw);
  }

  /// The values, oldest first; the whole width shows all of them.
  ///
  /// @param tells what a screen reader says, such as `active sessions, 12 now, 40 at most`
  public void values(double[] newest, String tells) {
    FxThread.check();
    values = newest.clone();
    setAccessibleText(tells);
    draw();
  }

  /// The height of the picture stands for at least this value, so that a quiet line stays flat.
  public void least(double value) {
    FxThread.check();
    least = value;
    draw();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  @Override
  void paint(GraphicsContext pen, double width, double height) {
    if (values.length == 0) {
      return;
    }
    double top = least;
    for (double value : values) {
      top = Math.max(top, Double.isNaN(value) ? 0 : value);
    }
    int columns = (int) width;
    pen.setStroke(line.get());
    pen.setFill(area.get());
    pen.setLineWidth(1.25);
    double before = Double.NaN;
    for (int x = 0; x < columns; x++) {
      int from = (int) ((long) x * values.length / columns);
      int to = Math.max(from + 1, (int) ((long) (x + 1) * values.length / columns));
      double low = Double.NaN;
      double high = Double.NaN;
      for (int i = from; i < Math.min(to, values.length); i++) {
        if (!Double.isNaN(values[i])) {
          low = Double.isNaN(low) ? values[i] : Math.min(low, values[i]);
          high = Double.isNaN(high) ? values[i] : Math.max(high, values[i]);
        }
      }
      if (!Double.isNaN(high)) {
        double y = y(high, top, height);
        pen.fillRect(x, y, 1, height - y);
        double from2 = Double.isNaN(before) ? y(low, top, height) : before;
        pen.strokeLine(x + 0.5, Math.max(from2, y(low, top, height)), x + 0.5, Math.min(from2, y));
        before = y;
      } else {
        before = Double.NaN;
      }
    }
  }

  private static double y(double value, double top, double height) {
    return Math.round((height - 2) * (1 - value / top)) + 1.0;
  }
}
