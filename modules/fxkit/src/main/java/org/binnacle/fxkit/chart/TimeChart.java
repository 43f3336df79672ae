package org.binnacle.fxkit.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.InvalidationListener;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.binnacle.fxkit.FxThread;

/// Lines over time on a canvas: of each pixel column the least and the greatest value, so that no
/// peak is lost however many values there are. A gap is a break. The pointer reads the values at
/// its place. Colours are set by the sheets.
public final class TimeChart extends Drawing {
  private static final StyleablePropertyFactory<TimeChart> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final List<String> NAMES =
      List.of(
          "-line-1",
          "-line-2",
          "-line-3",
          "-line-4",
          "-line-5",
          "-line-past",
          "-grid-color",
          "-label-color",
          "-mark-color",
          "-mark-grave");
  private static final List<CssMetaData<TimeChart, Paint>> PAINTS = paints();
  private static final int PAST = 5;
  private static final int GRID = 6;
  private static final int LABEL = 7;
  private static final int MARK = 8;
  private static final int GRAVE = 9;
  private static final int NEAR_TOLD = 3;
  private static final double LEFT = 52;
  private static final double BOTTOM = 18;
  private static final double TOP = 8;

  private final List<StyleableObjectProperty<Paint>> paints = new ArrayList<>();
  private final TimeMarks marks = new TimeMarks();
  private final MarkPainter events = new MarkPainter(LEFT, TOP);
  private List<Line> lines = List.of();
  private Instant from = Instant.EPOCH;
  private Duration step = Duration.ofSeconds(1);
  private DoubleFunction<String> words = value -> String.valueOf(value);
  private double pointer = -1;

  public TimeChart() {
    super("time-chart");
    FxThread.check();
    setMinSize(120, 60);
    InvalidationListener redraw = seen -> draw();
    for (int i = 0; i < NAMES.size(); i++) {
      var paint =
          new SimpleStyleableObjectProperty<Paint>(
              PAINTS.get(i), this, NAMES.get(i).substring(1), Color.GRAY);
      paint.addListener(redraw);
      paints.add(paint);
    }
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX()));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(-1));
  }

  private static List<CssMetaData<TimeChart, Paint>> paints() {
    var all = new ArrayList<CssMetaData<TimeChart, Paint>>();
    for (int i = 0; i < NAMES.size(); i++) {
      int place = i;
      all.add(
          FACTORY.createPaintCssMetaData(
              NAMES.get(i), chart -> chart.paints.get(place), Color.GRAY));
    }
    return all;
  }

  /// What is shown from now on.
  ///
  /// @param start the time of the first value of each line
  /// @param each the time between two values
  /// @param values as words, such as `1.2k/s`
  public void show(Instant start, Duration each, List<Line> shown, DoubleFunction<String> values) {
    FxThread.check();
    from = start;
    step = each;
    lines = List.copyOf(shown);
    words = values;
    draw();
  }

  /// What happened in the time shown, and out of it too, from now on.
  public void mark(List<ChartMark> happened) {
    FxThread.check();
    events.show(happened);
    draw();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  private void point(double x) {
    pointer = x;
    draw();
  }

  private int length() {
    return lines.stream().mapToInt(line -> line.values().length).max().orElse(0);
  }

  private long whole() {
    return step.toMillis() * length();
  }

  /// All of it: a canvas keeps no picture of what is behind the pointer's line.
  @Override
  void paint(GraphicsContext pen, double width, double height) {
    double right = width - LEFT - 6;
    double bottom = height - BOTTOM;
    int length = length();
    if (length == 0 || right < 20 || bottom < 20) {
      return;
    }
    double most = Scale.top(lines);
    pen.setFont(Font.font(10.5));
    grid(pen, right, bottom, most, length);
    pen.save();
    pen.beginPath();
    pen.rect(LEFT, 0, right, bottom + 1);
    pen.clip();
    for (boolean past : new boolean[] {true, false}) {
      int colour = 0;
      for (Line line : lines) {
        if (line.past() == past) {
          pen.setStroke(paints.get(past ? PAST : colour++ % PAST).get());
          pen.setLineWidth(past ? 1 : 1.4);
          stroke(pen, line.values(), right, bottom, most);
        }
      }
    }
    pen.restore();
    events.draw(
        pen,
        new MarkPainter.Stretch(from, whole(), right),
        bottom,
        paints.get(MARK).get(),
        paints.get(GRAVE).get(),
        pointer < 0);
    if (pointer >= LEFT && pointer <= LEFT + right) {
      read(pen, right, bottom, length);
    }
  }

  private static double y(double value, double most, double bottom) {
    return bottom - (bottom - TOP) * value / most;
  }

  private static void stroke(
      GraphicsContext pen, double[] values, double right, double bottom, double most) {
    int columns = (int) right;
    boolean drawing = false;
    pen.beginPath();
    for (int x = 0; x < columns; x++) {
      int first = (int) ((long) x * values.length / columns);
      int last = Math.max(first + 1, (int) ((long) (x + 1) * values.length / columns));
      double low = Double.NaN;
      double high = Double.NaN;
      for (int i = first; i < last && i < values.length; i++) {
        double value = values[i];
        if (!Double.isNaN(value)) {
          low = Double.isNaN(low) ? value : Math.min(low, value);
          high = Double.isNaN(high) ? value : Math.max(high, value);
        }
      }
      if (Double.isNaN(low)) {
        drawing = false;
        continue;
      }
      double at = LEFT + x + 0.5;
      double top = y(high, most, bottom);
      if (drawing) {
        pen.lineTo(at, top);
      } else {
        pen.moveTo(at, top - 0.5);
        pen.lineTo(at, top);
        drawing = true;
      }
      if (low < high) {
        pen.lineTo(at, y(low, most, bottom));
      }
    }
    pen.stroke();
  }

  private void grid(GraphicsContext pen, double right, double bottom, double most, int length) {
    pen.setStroke(paints.get(GRID).get());
    pen.setFill(paints.get(LABEL).get());
    pen.setLineWidth(1);
    pen.setTextAlign(TextAlignment.RIGHT);
    for (int i = 0; i <= 2; i++) {
      double value = most * i / 2;
      double at = Math.round(y(value, most, bottom)) + 0.5;
      pen.strokeLine(LEFT, at, LEFT + right, at);
      pen.fillText(words.apply(value), LEFT - 6, at + 4);
    }
    pen.setTextAlign(TextAlignment.CENTER);
    long whole = step.toMillis() * length;
    for (TimeMarks.Mark mark : marks.of(from, Duration.ofMillis(whole), right)) {
      double at = Math.round(LEFT + right * mark.share()) + 0.5;
      pen.strokeLine(at, TOP, at, bottom);
      pen.fillText(mark.words(), at, bottom + 13);
    }
  }

  private void read(GraphicsContext pen, double right, double bottom, int length) {
    double share = (pointer - LEFT) / right;
    pen.setStroke(paints.get(LABEL).get());
    pen.setLineWidth(1);
    double at = Math.round(pointer) + 0.5;
    pen.strokeLine(at, TOP, at, bottom);
    int place = Math.clamp(Math.round(share * length), 0, length - 1);
    boolean left = share > 0.5;
    pen.setTextAlign(left ? TextAlignment.RIGHT : TextAlignment.LEFT);
    pen.setFill(paints.get(LABEL).get());
    List<ChartMark> near = events.near(pointer, new MarkPainter.Stretch(from, whole(), right));
    double x = at + (left ? -6 : 6);
    pen.fillText(reading(place), x, TOP + (near.isEmpty() ? 8 : 22));
    for (int i = 0; i < near.size() && i < NEAR_TOLD; i++) {
      ChartMark mark = near.get(i);
      pen.setFill(paints.get(mark.grave() ? GRAVE : MARK).get());
      pen.fillText(
          MarkPainter.cut(
              marks.full(mark.at()) + "  " + mark.words(), left ? at - LEFT : LEFT + right - at),
          x,
          TOP + 36 + 14 * i);
    }
  }

  /// What the pointer would read at a value's place, for tests and for screen readers.
  public String reading(int place) {
    var text = new StringBuilder(marks.full(from.plus(step.multipliedBy(place))));
    for (Line line : lines) {
      double value = place < line.values().length ? line.values()[place] : Double.NaN;
      text.append("   ").append(line.name()).append(' ');
      text.append(Double.isNaN(value) ? "–" : words.apply(value));
    }
    return text.toString();
  }
}
