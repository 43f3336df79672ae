package org.binnacle.fxkit.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;

/// Draws marks as thin dashed lines with a triangle on top and, where there is room, their label.
final class MarkPainter {
  private static final double NEAR = 5;
  private static final double LETTER = 5.6;
  private static final double CAPITAL = 7.6;
  private static final double GAP = 9;
  private static final double MARGIN = 4;

  /// Letters of a label that still say something.
  private static final int LEAST = 6;

  private final double left;
  private final double top;
  private List<ChartMark> marks = List.of();

  MarkPainter(double left, double top) {
    this.left = left;
    this.top = top;
  }

  /// @param shown in any order
  void show(List<ChartMark> shown) {
    marks = shown.stream().sorted(Comparator.comparing(ChartMark::at)).toList();
  }

  /// The time that a chart shows.
  ///
  /// @param right its width in pixels
  record Stretch(Instant from, long wholeMs, double right) {
    /// Where a mark stands, 0 to 1; outside of it where it is not shown.
    double share(ChartMark mark) {
      return (double) (mark.at().toEpochMilli() - from.toEpochMilli()) / wholeMs;
    }
  }

  /// @param labelled false while the pointer reads values in the labels' place
  void draw(
      GraphicsContext pen,
      Stretch stretch,
      double bottom,
      Paint usual,
      Paint grave,
      boolean labelled) {
    List<Placed> placed = placed(stretch);
    pen.setLineWidth(1);
    for (Placed one : placed) {
      Paint paint = one.mark().grave() ? grave : usual;
      pen.setStroke(paint);
      pen.setFill(paint);
      line(pen, one.at(), bottom, one.mark().grave());
      if (labelled && !one.label().isEmpty()) {
        boolean before = one.labelX() < one.at();
        pen.setTextAlign(before ? TextAlignment.RIGHT : TextAlignment.LEFT);
        pen.fillText(one.label(), before ? one.labelEnd() : one.labelX(), top + 8);
      }
    }
  }

  private void line(GraphicsContext pen, double at, double bottom, boolean grave) {
    pen.setLineDashes(grave ? new double[] {4, 2} : new double[] {2, 3});
    pen.strokeLine(at, top, at, bottom);
    pen.setLineDashes();
    double[] x = {at - 3.5, at + 3.5, at};
    double[] y = {top - 6, top - 6, top};
    if (grave) {
      pen.fillPolygon(x, y, 3);
    } else {
      pen.strokePolygon(x, y, 3);
    }
  }

  /// A mark that is shown.
  ///
  /// @param label so much of it as has room; empty where it would lie over another mark
  record Placed(ChartMark mark, double at, String label, double labelX) {
    double labelEnd() {
      return labelX + width(label);
    }
  }

  /// The marks that are shown, the oldest first. A label stands right of its mark, at the right
  /// edge left of it, and ends before the next mark and the next label.
  List<Placed> placed(Stretch stretch) {
    List<ChartMark> shown =
        marks.stream()
            .filter(mark -> stretch.share(mark) >= 0 && stretch.share(mark) <= 1)
            .toList();
    var placed = new ArrayList<Placed>();
    double free = left;
    for (int i = 0; i < shown.size(); i++) {
      double at = at(shown.get(i), stretch);
      boolean last = i + 1 == shown.size();
      double end = last ? left + stretch.right() : at(shown.get(i + 1), stretch) - MARGIN;
      Placed one = label(shown.get(i), at, free, end);
      placed.add(one);
      free = Math.max(at + MARGIN, one.label().isEmpty() ? 0 : one.labelEnd() + GAP);
    }
    return placed;
  }

  private static double width(String text) {
    long capitals = text.chars().filter(Character::isUpperCase).count();
    return capitals * CAPITAL + (text.length() - capitals) * LETTER;
  }

  private double at(ChartMark mark, Stretch stretch) {
    return Math.round(left + stretch.right() * stretch.share(mark)) + 0.5;
  }

  private static Placed label(ChartMark mark, double at, double from, double end) {
    double wide = width(mark.label());
    double room = end - at - MARGIN;
    if (at + MARGIN >= from && wide <= room) {
      return new Placed(mark, at, mark.label(), at + MARGIN);
    }
    if (at - MARGIN - wide >= from) {
      return new Placed(mark, at, mark.label(), at - MARGIN - wide);
    }
    boolean some = at + MARGIN >= from && room >= LEAST * LETTER;
    return new Placed(mark, at, some ? cut(mark.label(), room) : "", at + MARGIN);
  }

  /// So much of a text as has room.
  static String cut(String text, double width) {
    int most = (int) (width / LETTER);
    return text.length() <= most ? text : text.substring(0, Math.max(0, most - 1)) + "…";
  }

  /// The marks at a place, the oldest first.
  List<ChartMark> near(double x, Stretch stretch) {
    var near = new ArrayList<ChartMark>();
    for (ChartMark mark : marks) {
      double share = stretch.share(mark);
      if (share >= 0 && share <= 1 && Math.abs(left + stretch.right() * share - x) <= NEAR) {
        near.add(mark);
      }
    }
    return near;
  }
}
