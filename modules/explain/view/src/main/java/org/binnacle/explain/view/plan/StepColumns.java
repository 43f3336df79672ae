package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TreeTableColumn;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.fxkit.Icons;

/// The columns of the tree.
final class StepColumns {
  private final Supplier<Weights> plan;

  private StepColumns(Supplier<Weights> plan) {
    this.plan = plan;
  }

  /// In the order of {@link StepTexts#all}.
  static List<TreeTableColumn<PlanNode, PlanNode>> of(Supplier<Weights> plan) {
    var columns = new StepColumns(plan);
    var all = new ArrayList<TreeTableColumn<PlanNode, PlanNode>>();
    StepTexts.all().forEach(text -> all.add(columns.column(text)));
    // Not the sheets' :last-visible: columns come some at a time, and the look of a last one stays.
    all.getLast().getStyleClass().add("beside-menu");
    return all;
  }

  private TreeTableColumn<PlanNode, PlanNode> column(StepTexts.Text text) {
    var column = new TreeTableColumn<PlanNode, PlanNode>(text.title());
    column.setId(text.id());
    column.setPrefWidth(text.least());
    column.setMinWidth(40);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
    switch (text.id()) {
      case "operation" -> column.setCellFactory(all -> operation(text));
      case "off" -> column.setCellFactory(all -> badge());
      case "self" -> column.setCellFactory(all -> new ShareCell(plan, text));
      default -> column.setCellFactory(all -> new StepCell(plan, text.of(), text.numeric()));
    }
    if (text.numeric() && !text.id().equals("off")) {
      column.getStyleClass().add("numeric");
    }
    return column;
  }

  private StepCell operation(StepTexts.Text text) {
    return new StepCell(plan, text.of(), false) {
      @Override
      void dress(Weights weights, PlanNode node) {
        mark(weights.worst(node));
      }

      @Override
      String tip(Weights weights, PlanNode node) {
        return node.label();
      }
    };
  }

  private StepCell badge() {
    return new StepCell(plan, (weights, node) -> "", true) {
      @Override
      void dress(Weights weights, PlanNode node) {
        var off = Weights.misjudged(node);
        String badge = off.isEmpty() ? "" : Misjudged.badge(off.getAsDouble());
        setGraphic(badge.isEmpty() ? null : Icons.pill(badge, Misjudged.token(off.getAsDouble())));
      }

      @Override
      String tip(Weights weights, PlanNode node) {
        var off = Weights.misjudged(node);
        return off.isEmpty() ? "" : Misjudged.words(off.getAsDouble());
      }
    };
  }
}
