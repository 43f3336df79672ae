package org.binnacle.explain.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.binnacle.explain.IndexUse;
import org.binnacle.explain.Measure;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.TableRef;
import org.binnacle.explain.mouth.Figures;
import org.binnacle.explain.picture.Ink;
import org.binnacle.explain.picture.Letters;
import org.binnacle.explain.picture.Picture;
import org.binnacle.explain.picture.Shape;
import org.binnacle.explain.picture.Shape.Side;
import org.binnacle.explain.picture.Shape.Spot;
import org.binnacle.kernel.Severity;

/// Draws the diagram. Pure; 500 steps take about 3,500 shapes.
public final class DiagramDrawing {
  public static final double BOX_W = 172;
  public static final double BOX_H = 58;
  private static final double GAP_X = 48;
  private static final double GAP_Y = 54;
  private static final double EDGE = 36;
  private static final double SMALL = 10.5;
  private static final double USUAL = 12;

  private final Weights plan;
  private final Map<String, LeftDeep.Box> places = new HashMap<>();
  private final List<Shape> shapes = new ArrayList<>();

  private DiagramDrawing(LeftDeep layout, Weights plan) {
    this.plan = plan;
    layout.boxes().forEach(box -> places.put(box.node().id(), box));
  }

  public static Picture of(LeftDeep layout, Weights plan) {
    var drawing = new DiagramDrawing(layout, plan);
    layout.boxes().forEach(drawing::edges);
    layout.boxes().forEach(drawing::box);
    return new Picture(
        2 * EDGE + layout.columns() * (BOX_W + GAP_X) - GAP_X,
        2 * EDGE + layout.rows() * (BOX_H + GAP_Y) - GAP_Y,
        drawing.shapes);
  }

  /// The left edge of a box.
  public static double x(LeftDeep.Box box) {
    return EDGE + box.column() * (BOX_W + GAP_X);
  }

  /// The upper edge of a box.
  public static double y(LeftDeep.Box box) {
    return EDGE + box.row() * (BOX_H + GAP_Y);
  }

  private void edges(LeftDeep.Box parent) {
    for (PlanNode child : parent.node().children()) {
      LeftDeep.Box box = places.get(child.id());
      if (box != null) {
        edge(box, parent);
      }
    }
  }

  private void edge(LeftDeep.Box child, LeftDeep.Box parent) {
    double rows = rows(child.node()).orElse(0);
    double line = 1.2 + Math.min(10, Math.log10(Math.max(1, rows)) * 1.5);
    double fromX = x(child) + BOX_W / 2;
    double toX = x(parent) + BOX_W / 2;
    var spots = new ArrayList<Spot>();
    double wordsX;
    double wordsY;
    if (child.row() == parent.row()) {
      spots.add(new Spot(x(child) + BOX_W, y(child) + BOX_H / 2));
      spots.add(new Spot(x(parent), y(parent) + BOX_H / 2));
      wordsX = x(parent) - 5;
      wordsY = y(parent) + BOX_H / 2 - 6 - line / 2;
    } else {
      double top = y(child);
      double bottom = y(parent) + BOX_H;
      spots.add(new Spot(fromX, top));
      if (child.column() < parent.column()) {
        // Into the side of the join, as its first table.
        spots.add(new Spot(fromX, y(parent) + BOX_H / 2));
        spots.add(new Spot(x(parent), y(parent) + BOX_H / 2));
      } else if (child.column() > parent.column()) {
        double bend = bottom + GAP_Y * 0.45;
        spots.add(new Spot(fromX, bend));
        spots.add(new Spot(toX, bend));
        spots.add(new Spot(toX, bottom));
      } else {
        spots.add(new Spot(toX, bottom));
      }
      wordsX = fromX + 7 + line / 2;
      // In the middle of the gap, clear of the mark at the corner and of the frame of what is
      // chosen.
      wordsY = top - GAP_Y * 0.42;
    }
    boolean never = child.node().measure() instanceof Measure.NeverExecuted;
    shapes.add(new Shape.Wire(spots, Ink.LINE, never ? 1 : line));
    boolean beside = child.row() == parent.row();
    String text =
        never ? "never run" : beside ? brief(rows(child.node())) : Figures.rows(rows(child.node()));
    if (!text.isEmpty()) {
      Side side = beside ? Side.RIGHT : Side.LEFT;
      String words = never || beside ? text : text.equals("1") ? "1 row" : text + " rows";
      shapes.add(new Shape.Words(wordsX, wordsY, words, SMALL, false, false, side, Ink.QUIET));
    }
  }

  /// Short enough for the gap between two boxes of a row; the step tells all digits.
  static String brief(OptionalDouble rows) {
    return rows.isEmpty() ? "" : brief(rows.getAsDouble());
  }

  private static String brief(double value) {
    double size = Math.abs(value);
    return size < 1e5
        ? Figures.plain(rounded(value))
        : size < 1e6
            ? Figures.plain(Math.rint(value / 1e3)) + "K"
            : size < 1e9
                ? Figures.plain(Math.rint(value / 1e5) / 10) + "M"
                : size < 1e12
                    ? Figures.plain(Math.rint(value / 1e8) / 10) + "G"
                    : Figures.plain(Math.rint(value / 1e11) / 10) + "T";
  }

  /// Rows that a step gives in all: measured, else estimated for one run.
  public static OptionalDouble rows(PlanNode node) {
    return node.measured()
        .map(measured -> OptionalDouble.of(measured.allRows()))
        .orElse(node.estimate().rows());
  }

  private void box(LeftDeep.Box box) {
    PlanNode node = box.node();
    Family family = Family.of(node);
    double x = x(box);
    double y = y(box);
    double middle = x + BOX_W / 2;
    if (node.kind() instanceof NodeKind.Join) {
      shapes.add(new Shape.Diamond(x, y, BOX_W, BOX_H, family.ground(), family.line(), 1.4));
      middle(middle, y + BOX_H / 2 - 1, Steps.shortest(node), true, Ink.TEXT, BOX_W * 0.62);
      middle(middle, y + BOX_H / 2 + 12, Steps.keeps(node), false, Ink.QUIET, BOX_W * 0.5);
    } else {
      boolean access = node.kind() instanceof NodeKind.Access;
      double arc = access ? 2 : 12;
      shapes.add(new Shape.Box(x, y, BOX_W, BOX_H, arc, family.ground(), family.line(), 1.4));
      boolean alone = second(node).isEmpty() && third(node).isEmpty();
      double first = alone ? BOX_H / 2 + 4 : 18;
      middle(middle, y + first, Steps.shortest(node), true, family.line(), BOX_W - 12);
      middle(middle, y + 34, second(node), access, Ink.TEXT, BOX_W - 12);
      middle(middle, y + 49, third(node), false, Ink.QUIET, BOX_W - 12);
    }
    above(node, x, y);
    plan.worst(node).ifPresent(worst -> mark(worst, x, y));
  }

  private void above(PlanNode node, double x, double y) {
    double weight = plan.total(node);
    String text =
        switch (plan.unit()) {
          case MS -> weight <= 0 ? "" : time(weight);
          case COST -> node.estimate().cost().isPresent() ? "cost " + brief(weight) : "";
          case ROWS -> "";
        };
    shapes.add(new Shape.Words(x + 2, y - 8, text, SMALL, false, false, Side.LEFT, Ink.QUIET));
  }

  private static String time(double ms) {
    return ms < 1e6
        ? Figures.plain(rounded(ms)) + " ms"
        : Figures.plain(Math.rint(ms / 1e3)) + " s";
  }

  private static double rounded(double value) {
    return value >= 1 ? Math.round(value * 10) / 10.0 : value;
  }

  private void mark(Severity worst, double x, double y) {
    if (worst == Severity.CRITICAL || worst == Severity.WARNING) {
      Ink ink = worst == Severity.CRITICAL ? Ink.CRITICAL : Ink.WARNING;
      shapes.add(new Shape.Box(x + BOX_W - 9, y - 9, 18, 18, 9, Ink.GROUND, ink, 1.6));
      shapes.add(new Shape.Words(x + BOX_W, y + 4.5, "!", 13, true, false, Side.MIDDLE, ink));
    }
  }

  private static String second(PlanNode node) {
    return switch (node.kind()) {
      case NodeKind.Access access -> Steps.table(node);
      case NodeKind.Filter filter -> node.traits().conditions().filter().orElse("");
      case NodeKind.Sort sort -> sort.keys();
      case NodeKind.Materialize kept -> kept.name();
      case NodeKind.Change change -> change.table().name();
      case NodeKind.Aggregate aggregate -> after(node.label());
      case NodeKind.NoRows none -> none.reason();
      default -> "";
    };
  }

  private static String third(PlanNode node) {
    return node.index()
        .map(IndexUse::name)
        .or(() -> node.table().filter(TableRef::internal).map(table -> "temporary table"))
        .orElse("");
  }

  private static String after(String label) {
    int colon = label.indexOf(": ");
    return colon < 0 ? "" : label.substring(colon + 2);
  }

  private void middle(double x, double y, String text, boolean bold, Ink ink, double most) {
    double size = bold ? USUAL : SMALL;
    // Bold letters are wider than the table of widths has them.
    String words = Letters.cut(Steps.line(text), bold ? size * 1.07 : size, most);
    if (!words.isEmpty()) {
      shapes.add(new Shape.Words(x, y, words, size, bold, false, Side.MIDDLE, ink));
    }
  }
}
