package org.binnacle.explain.drawing;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.mouth.Figures;
import org.binnacle.explain.picture.Ink;
import org.binnacle.explain.picture.Letters;
import org.binnacle.explain.picture.Picture;
import org.binnacle.explain.picture.Shape;
import org.binnacle.explain.picture.Shape.Side;
import org.binnacle.kernel.Severity;

/// Draws the flame for one width and one zoom. Pure; bars narrower than half a pixel are left out.
public final class FlameDrawing {
  public static final double ROW = 24;
  private static final double LEAST = 0.5;
  private static final double LETTERS = 12;

  private FlameDrawing() {}

  /// @param zoom what fills the width; ancestors stand above in full width
  public static Picture of(Icicle icicle, Weights plan, Icicle.Span zoom, double width) {
    var shapes = new ArrayList<Shape>();
    int deepest = 0;
    for (Icicle.Bar bar : icicle.bars()) {
      double from = x(bar.from(), zoom, width);
      double to = x(bar.to(), zoom, width);
      if (to - from >= LEAST && to > 0 && from < width) {
        draw(shapes, plan, bar, Math.max(0, from), Math.min(width, to));
        deepest = Math.max(deepest, bar.level());
      }
    }
    return new Picture(width, (deepest + 1) * ROW, shapes);
  }

  /// Where a place of the icicle stands.
  public static double x(double at, Icicle.Span zoom, double width) {
    double span = zoom.to() - zoom.from();
    return span <= 0 ? 0 : (at - zoom.from()) / span * width;
  }

  private static void draw(
      List<Shape> shapes, Weights plan, Icicle.Bar bar, double from, double to) {
    PlanNode node = bar.node();
    double y = bar.level() * ROW;
    double w = Math.max(LEAST, to - from - 1);
    shapes.add(
        new Shape.Box(from, y, w, ROW - 1, w > 4 ? 2 : 0, Family.of(node).flame(), Ink.GROUND, 0));
    boolean bad = plan.worst(node).filter(worst -> worst == Severity.CRITICAL).isPresent();
    if (bad) {
      shapes.add(new Shape.Box(from, y + ROW - 4, w, 3, 0, Ink.CRITICAL, Ink.CRITICAL, 0));
    }
    if (w > 34) {
      String text = (bad ? "! " : "") + words(plan, node);
      String cut = Letters.cut(text, LETTERS, w - 8);
      if (!cut.isEmpty()) {
        shapes.add(
            new Shape.Words(
                from + 5, y + 15.5, cut, LETTERS, false, false, Side.LEFT, Ink.FLAME_TEXT));
      }
    }
  }

  private static String words(Weights plan, PlanNode node) {
    String table = Steps.table(node);
    return Steps.shortest(node) + (table.isEmpty() ? "" : " " + table) + "  " + weight(plan, node);
  }

  /// `12.4 ms`, `cost 210`, `3,200 rows`.
  public static String weight(Weights plan, PlanNode node) {
    String figure = Figures.plain(Math.round(plan.total(node) * 100) / 100.0);
    return switch (plan.unit()) {
      case MS -> figure + " ms";
      case COST -> "cost " + figure;
      case ROWS -> figure + " rows";
    };
  }
}
