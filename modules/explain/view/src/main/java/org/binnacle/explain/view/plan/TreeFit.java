package org.binnacle.explain.view.plan;

import java.util.List;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.binnacle.explain.PlanNode;
import org.binnacle.fxkit.theme.Themes;

/// Gives the tree's columns their widths: each what the plan's texts need, the operation what they
/// leave up to the column of what a step takes itself, which thereby stands in sight. A width that
/// the user drags stays until another plan comes. On the FX thread.
final class TreeFit {
  private static final double EDGE = 4;

  private final TreeTableView<PlanNode> view;
  private final List<TreeTableColumn<PlanNode, PlanNode>> columns;
  private StepWidths widths = new StepWidths(List.of());
  private double scale = 1;
  private double given;

  /// @param columns as {@link StepTexts#all} has them
  TreeFit(TreeTableView<PlanNode> view, List<TreeTableColumn<PlanNode, PlanNode>> columns) {
    this.view = view;
    this.columns = columns;
    view.widthProperty().addListener(seen -> operation());
    columns.forEach(column -> column.visibleProperty().addListener(seen -> operation()));
  }

  void plan(StepWidths wanted) {
    widths = wanted;
    all();
  }

  /// @param size the height of letters, px
  void letters(double size) {
    scale = size / Themes.USUAL;
    all();
  }

  private void all() {
    for (int i = 1; i < widths.wanted().size(); i++) {
      columns.get(i).setPrefWidth(Math.ceil(widths.wanted().get(i) * scale));
    }
    given = 0;
    operation();
  }

  private void operation() {
    TreeTableColumn<PlanNode, PlanNode> first = columns.getFirst();
    boolean dragged = given > 0 && Math.abs(first.getWidth() - given) > 1;
    if (view.getWidth() < 1 || widths.wanted().isEmpty() || dragged) {
      return;
    }
    double others = 0;
    for (int i = 1; i < columns.size(); i++) {
      TreeTableColumn<PlanNode, PlanNode> column = columns.get(i);
      others += column.isVisible() ? column.getPrefWidth() : 0;
      if (column.getId().equals("self")) {
        break;
      }
    }
    given =
        Math.floor(
            Math.clamp(
                view.getWidth() - others - EDGE,
                StepTexts.all().getFirst().least() * scale,
                widths.wanted().getFirst() * scale));
    first.setPrefWidth(given);
  }
}
