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
  private static final double GAP = 9;

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
    double right = stretch.right();
    double free = left;
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setLineWidth(1);
    for (ChartMark mark : marks) {
      double share = stretch.share(mark);
      if (share < 0 || share > 1) {
        continue;
      }
      double at = Math.round(left + right * share) + 0.5;
      Paint paint = mark.grave() ? grave : usual;
      pen.setStroke(paint);
      pen.setFill(paint);
      pen.setLineDashes(mark.grave() ? new double[] {4, 2} : new double[] {2, 3});
      pen.strokeLine(at, top, at, bottom);
      pen.setLineDashes();
      double[] x = {at - 3.5, at + 3.5, at};
      double[] y = {top - 6, top - 6, top};
      if (mark.grave()) {
        pen.fillPolygon(x, y, 3);
      } else {
        pen.strokePolygon(x, y, 3);
      }
      double wide = mark.label().length() * LETTER;
      if (labelled && at >= free && at + 4 + wide <= left + right) {
        pen.fillText(mark.label(), at + 4, top + 8);
        free = at + 4 + wide + GAP;
      } else if (labelled && at + 4 + wide > left + right && at - 4 - wide >= free) {
        pen.fillText(mark.label(), at - 4 - wide, top + 8);
        free = left + right;
      }
    }
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
