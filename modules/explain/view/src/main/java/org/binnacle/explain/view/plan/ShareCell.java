package org.binnacle.explain.view.plan;

import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.fxkit.theme.States;

/// What a step itself takes: the figure, and behind it a bar of its share of the whole. The limits
/// of the colours, 10, 40 and 90 percent, are those that users of other plan viewers know.
final class ShareCell extends StepCell {
  private static final double SOME = 0.1;
  private static final double MUCH = 0.4;

  private final Region bar = new Region();
  private double share;

  ShareCell(Supplier<Weights> plan, StepTexts.Text text) {
    super(plan, text.of(), true);
    getStyleClass().add("share-cell");
    bar.getStyleClass().add("share-bar");
    bar.setManaged(false);
    bar.setMouseTransparent(true);
  }

  @Override
  void dress(Weights weights, PlanNode node) {
    share = weights.share(node);
    state(States.WARNING, share >= SOME && share < MUCH);
    state(States.CRITICAL, share >= MUCH);
    requestLayout();
  }

  private void state(PseudoClass state, boolean on) {
    States.set(bar, state, on);
  }

  @Override
  String tip(Weights weights, PlanNode node) {
    return "%.1f %% of the whole, without what is below it".formatted(weights.share(node) * 100);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    boolean wanted = !isEmpty() && share > 0;
    if (wanted && !getChildren().contains(bar)) {
      getChildren().addFirst(bar);
    }
    bar.setVisible(wanted);
    double most = getWidth() - 8;
    bar.resizeRelocate(4, 4, Math.max(wanted ? 2 : 0, most * share), getHeight() - 9);
  }
}
