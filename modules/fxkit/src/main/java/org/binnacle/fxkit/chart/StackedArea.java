package org.binnacle.fxkit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.binnacle.fxkit.FxThread;

/// Several courses on top of each other, without axes, drawn on a canvas: of each pixel column the
/// moment with the greatest sum. NaN stands for a gap and is drawn as one. Colours are set by the
/// sheets (`-layer-1` is the lowest, up to `-layer-6`).
public final class StackedArea extends Drawing {
  /// Layers at most.
  public static final int MOST = 6;

  private static final StyleablePropertyFactory<StackedArea> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final List<CssMetaData<StackedArea, Paint>> LAYERS = new ArrayList<>();

  static {
    for (int i = 0; i < MOST; i++) {
      int layer = i;
      LAYERS.add(
          FACTORY.createPaintCssMetaData(
              "-layer-" + (i + 1), area -> area.paints.get(layer), Color.GRAY));
    }
  }

  private final List<StyleableObjectProperty<Paint>> paints = new ArrayList<>();
  private final Tooltip tip = new Tooltip();
  private double[][] layers = {};
  private double least = 1;
  private IntFunction<String> words = index -> "";

  public StackedArea() {
    super("stacked-area");
    for (int i = 0; i < MOST; i++) {
      var paint =
          new SimpleStyleableObjectProperty<Paint>(LAYERS.get(i), this, "layer" + i, Color.GRAY);
      paint.addListener(seen -> draw());
      paints.add(paint);
    }
    setOnMouseMoved(event -> tip.setText(words.apply(index(event.getX()))));
    Tooltip.install(this, tip);
  }

  /// The courses, the lowest first, each of the same length and oldest first; the whole width shows
  /// all of it.
  ///
  /// @param tells what a screen reader says
  public void values(double[][] newest, String tells) {
    FxThread.check();
    layers = newest.clone();
    setAccessibleText(tells);
    draw();
  }

  /// What the tooltip says of the moment under the pointer.
  ///
  /// @param of given the index of the value; -1 where there is none
  public void tells(IntFunction<String> of) {
    words = of;
  }

  /// The height of the picture stands for at least this sum, so that a quiet time stays flat.
  public void least(double sum) {
    FxThread.check();
    least = sum;
    draw();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  private int length() {
    return layers.length == 0 ? 0 : layers[0].length;
  }

  private int index(double x) {
    return length() == 0
        ? -1
        : Math.clamp((long) (x / Math.max(1, getWidth()) * length()), 0, length() - 1);
  }

  private double sum(int index) {
    double sum = 0;
    for (double[] layer : layers) {
      sum += layer[index];
    }
    return sum;
  }

  @Override
  void paint(GraphicsContext pen, double width, double height) {
    if (length() == 0) {
      return;
    }
    double top = least;
    for (int i = 0; i < length(); i++) {
      double sum = sum(i);
      top = Double.isNaN(sum) ? top : Math.max(top, sum);
    }
    int columns = (int) width;
    for (int x = 0; x < columns; x++) {
      int greatest = greatest(x, columns);
      if (greatest >= 0) {
        column(pen, x, greatest, top, height);
      }
    }
  }

  /// The index of the greatest sum in a pixel column; -1 for a gap.
  private int greatest(int x, int columns) {
    int from = (int) ((long) x * length() / columns);
    int to = Math.max(from + 1, (int) ((long) (x + 1) * length() / columns));
    int greatest = -1;
    for (int i = from; i < Math.min(to, length()); i++) {
      if (!Double.isNaN(sum(i)) && (greatest < 0 || sum(i) > sum(greatest))) {
        greatest = i;
      }
    }
    return greatest;
  }

  private void column(GraphicsContext pen, int x, int index, double top, double height) {
    double below = 0;
    for (int layer = 0; layer < Math.min(MOST, layers.length); layer++) {
      double above = below + layers[layer][index];
      if (above > below) {
        pen.setFill(paints.get(layer).get());
        double y = y(above, top, height);
        pen.fillRect(x, y, 1, y(below, top, height) - y);
      }
      below = above;
    }
    if (below == 0) {
      pen.setFill(paints.getFirst().get());
      pen.fillRect(x, height - 1, 1, 1);
    }
  }

  private static double y(double value, double top, double height) {
    return Math.round(height * (1 - value / top));
  }
}
