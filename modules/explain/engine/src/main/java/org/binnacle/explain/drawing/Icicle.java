package org.binnacle.explain.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;

/// Where the bars of the flame stand: one row a level, width by what a step weighs with all below.
/// Pure.
///
/// @param bars each step once, parents before children
/// @param levels how many rows there are
public record Icicle(List<Bar> bars, int levels) {

  /// One step.
  ///
  /// @param from left edge, 0 to 1
  /// @param to right edge
  /// @param level 0 for roots
  public record Bar(PlanNode node, double from, double to, int level) {
    public Span span() {
      return new Span(from, to);
    }
  }

  /// A stretch of the whole width.
  public record Span(double from, double to) {}

  /// All of it.
  public static final Span WHOLE = new Span(0, 1);

  public Icicle {
    bars = List.copyOf(bars);
  }

  public static Icicle of(Plan plan, Weights weights) {
    var layout = new Layout(weights);
    layout.beside(plan.roots(), 0, 1, 0, 0);
    return new Icicle(layout.bars, layout.deepest + 1);
  }

  public Optional<Bar> bar(String id) {
    return bars.stream().filter(bar -> bar.node().id().equals(id)).findFirst();
  }

  private static final class Layout {
    private final Weights weights;
    private final List<Bar> bars = new ArrayList<>();
    private int deepest;

    private Layout(Weights weights) {
      this.weights = weights;
    }

    /// @param weight of the parent: its own part stays free at the right
    private void beside(List<PlanNode> nodes, double from, double to, double weight, int level) {
      double sum = nodes.stream().mapToDouble(weights::total).sum();
      double all = Math.max(weight, sum);
      double x = from;
      for (PlanNode node : nodes) {
        double part =
            all > 0 ? weights.total(node) / all : 1.0 / nodes.size(); // nothing weighs: all alike
        double end = Math.min(to, x + (to - from) * part);
        bars.add(new Bar(node, x, end, level));
        deepest = Math.max(deepest, level);
        beside(node.children(), x, end, weights.total(node), level + 1);
        x = end;
      }
    }
  }
}
