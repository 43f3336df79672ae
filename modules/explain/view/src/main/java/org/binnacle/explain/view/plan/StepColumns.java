package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TreeTableColumn;
import org.binnacle.explain.Measure;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.drawing.Steps;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.explain.mouth.Figures;
import org.binnacle.fxkit.Icons;

/// The columns of the tree.
final class StepColumns {
  private final Supplier<Weights> plan;

  private StepColumns(Supplier<Weights> plan) {
    this.plan = plan;
  }

  static List<TreeTableColumn<PlanNode, PlanNode>> of(Supplier<Weights> plan) {
    var columns = new StepColumns(plan);
    var all = new ArrayList<TreeTableColumn<PlanNode, PlanNode>>();
    all.add(columns.operation());
    all.add(columns.text("table", "Table", 84, (weights, node) -> Steps.table(node)));
    all.add(columns.text("index", "Index", 96, (weights, node) -> Steps.index(node)));
    all.add(
        columns.number(
            "estimated", "Est. rows", 92, (s, node) -> Figures.rows(node.estimate().rows())));
    all.add(columns.number("found", "Rows × loops", 120, (s, node) -> found(node)));
    all.add(columns.badge());
    all.add(columns.self());
    all.add(columns.number("total", "Total", 92, StepColumns::total));
    all.add(columns.number("cost", "Cost", 68, (s, node) -> Figures.rows(node.estimate().cost())));
    all.add(columns.number("filtered", "Kept %", 66, (s, node) -> kept(node)));
    var flags =
        columns.text("flags", "Flags", 140, (s, node) -> String.join(", ", Steps.flags(node)));
    // Not the sheets' :last-visible: columns come some at a time, and the look of a last one stays.
    flags.getStyleClass().add("beside-menu");
    all.add(flags);
    return all;
  }

  /// Columns that only a plan that was run can fill.
  static boolean measured(String id) {
    return id.equals("found") || id.equals("off");
  }

  static String found(PlanNode node) {
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

  private TreeTableColumn<PlanNode, PlanNode> operation() {
    var column = column("operation", "Operation", 270);
    column.setCellFactory(
        all ->
            new StepCell(plan, (weights, node) -> role(node) + Steps.operation(node), false) {
              @Override
              void dress(Weights weights, PlanNode node) {
                mark(weights.worst(node));
              }

              @Override
              String tip(Weights weights, PlanNode node) {
                return node.label();
              }
            });
    return column;
  }

  private static String role(PlanNode node) {
    String role = Steps.role(node);
    return role.isEmpty() ? "" : "[" + role + "] ";
  }

  private TreeTableColumn<PlanNode, PlanNode> badge() {
    var column = column("off", "Est. off", 84);
    column.setCellFactory(
        all ->
            new StepCell(plan, (weights, node) -> "", true) {
              @Override
              void dress(Weights weights, PlanNode node) {
                var off = Weights.misjudged(node);
                String badge = off.isEmpty() ? "" : Misjudged.badge(off.getAsDouble());
                setGraphic(
                    badge.isEmpty() ? null : Icons.pill(badge, Misjudged.token(off.getAsDouble())));
              }

              @Override
              String tip(Weights weights, PlanNode node) {
                var off = Weights.misjudged(node);
                return off.isEmpty() ? "" : Misjudged.words(off.getAsDouble());
              }
            });
    return column;
  }

  private TreeTableColumn<PlanNode, PlanNode> self() {
    var column = column("self", "Self", 96);
    column.setCellFactory(all -> new ShareCell(plan));
    return column;
  }

  private TreeTableColumn<PlanNode, PlanNode> text(
      String id, String title, int width, BiFunction<Weights, PlanNode, String> text) {
    var column = column(id, title, width);
    column.setCellFactory(all -> new StepCell(plan, text, false));
    return column;
  }

  private TreeTableColumn<PlanNode, PlanNode> number(
      String id, String title, int width, BiFunction<Weights, PlanNode, String> text) {
    var column = column(id, title, width);
    column.getStyleClass().add("numeric");
    column.setCellFactory(all -> new StepCell(plan, text, true));
    return column;
  }

  private static TreeTableColumn<PlanNode, PlanNode> column(String id, String title, int width) {
    var column = new TreeTableColumn<PlanNode, PlanNode>(title);
    column.setId(id);
    column.setPrefWidth(width);
    column.setMinWidth(40);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
    return column;
  }
}
