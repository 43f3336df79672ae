package org.binnacle.explain.view.plan;

import java.util.List;
import java.util.function.BiFunction;
import org.binnacle.explain.Measure;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.drawing.Steps;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.explain.mouth.Figures;

/// What stands in the columns of the tree, in their order. Pure.
final class StepTexts {
  /// One column.
  ///
  /// @param least px of letters of the usual size
  /// @param most px that it takes at most by itself
  record Text(
      String id,
      String title,
      int least,
      int most,
      boolean numeric,
      BiFunction<Weights, PlanNode, String> of) {}

  private static final List<Text> ALL =
      List.of(
          words("operation", "Operation", 210, 420, (plan, node) -> role(node) + operation(node)),
          words("table", "Table", 54, 150, (plan, node) -> Steps.table(node)),
          words("index", "Index", 54, 130, (plan, node) -> Steps.index(node)),
          number("estimated", "Est. rows", 110, (s, node) -> Figures.rows(node.estimate().rows())),
          number("found", "Rows × loops", 150, (plan, node) -> found(node)),
          number("off", "Est. off", 100, StepTexts::off),
          number("self", "Self", 110, (plan, node) -> rounded(plan.self(node))),
          number("total", "Total", 110, StepTexts::total),
          number("cost", "Cost", 110, (s, node) -> Figures.rows(node.estimate().cost())),
          number("filtered", "Kept %", 80, (plan, node) -> kept(node)),
          words("flags", "Flags", 90, 300, (s, node) -> String.join(", ", Steps.flags(node))));

  private StepTexts() {}

  static List<Text> all() {
    return ALL;
  }

  private static Text words(
      String id, String title, int least, int most, BiFunction<Weights, PlanNode, String> of) {
    return new Text(id, title, least, most, false, of);
  }

  private static Text number(
      String id, String title, int most, BiFunction<Weights, PlanNode, String> of) {
    return new Text(id, title, 40, most, true, of);
  }

  /// Columns that only a plan that was run can fill.
  static boolean measured(String id) {
    return id.equals("found") || id.equals("off");
  }

  /// The heading of a column, which may tell the unit of a plan.
  static String title(Text text, Weights plan) {
    boolean weighed = text.id().equals("self") || text.id().equals("total");
    return !weighed
        ? text.title()
        : switch (plan.unit()) {
          case MS -> text.title() + " ms";
          case COST -> text.title() + " cost";
          case ROWS -> text.title() + " rows";
        };
  }

  private static String role(PlanNode node) {
    String role = Steps.role(node);
    return role.isEmpty() ? "" : "[" + role + "] ";
  }

  private static String operation(PlanNode node) {
    return Steps.operation(node);
  }

  private static String off(Weights plan, PlanNode node) {
    var off = Weights.misjudged(node);
    return off.isEmpty() ? "" : Misjudged.badge(off.getAsDouble());
  }

  private static String found(PlanNode node) {
    return switch (node.measure()) {
      case Measure.Measured measured ->
          Figures.plain(measured.rows())
              + (measured.loops() == 1 ? "" : " × " + Figures.plain(measured.loops()));
      case Measure.NeverExecuted never -> "never run";
      case Measure.Unmeasured unmeasured -> "";
    };
  }

  private static String total(Weights weights, PlanNode node) {
    return weights.unit() == Weights.Unit.MS
        ? node.measured().map(m -> Figures.ms(m.totalMs())).orElse("")
        : rounded(weights.total(node));
  }

  private static String kept(PlanNode node) {
    double pct = node.estimate().filteredPct().orElse(100);
    return pct >= 100 ? "" : Figures.plain(pct >= 1 ? Math.round(pct * 10) / 10.0 : pct);
  }

  static String rounded(double value) {
    return value <= 0 ? "" : Figures.plain(value >= 1 ? Math.round(value * 10) / 10.0 : value);
  }
}
