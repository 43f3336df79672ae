package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.explain.picture.Letters;
import org.binnacle.fxkit.theme.Themes;

/// How wide the columns of the tree want to be for one plan: what its texts need, so that what each
/// step takes itself stands in sight in a narrow window too. Reckoned off the FX thread, in px of
/// letters of the usual size.
///
/// @param wanted in the order of {@link StepTexts#all}
record StepWidths(List<Double> wanted) {
  /// Looking at more takes longer than it helps.
  private static final int STEPS = 150;

  /// Padding, and what the table of letters errs by.
  private static final double SIDES = 26;

  /// Headings are bold.
  private static final double BOLD = 1.06;

  /// The pill around a figure, and the bar behind one.
  private static final double DRESS = 22;

  private static final double INDENT = 1.25 * Themes.USUAL;
  private static final double SIGN = 20;

  StepWidths {
    wanted = List.copyOf(wanted);
  }

  static StepWidths of(Weights plan) {
    List<PlanNode> some = plan.nodes().subList(0, Math.min(STEPS, plan.nodes().size()));
    var wanted = new ArrayList<Double>();
    for (StepTexts.Text column : StepTexts.all()) {
      boolean first = column.id().equals("operation");
      double widest = letters(StepTexts.title(column, plan)) * BOLD + SIDES;
      double dress = column.id().equals("off") || column.id().equals("self") ? DRESS : 0;
      for (int i = 0; i < some.size() && widest < column.most(); i++) {
        String text = column.of().apply(plan, some.get(i));
        widest =
            Math.max(
                widest,
                text.isEmpty()
                    ? 0
                    : letters(text) + SIDES + dress + (first ? indent(plan, some.get(i)) : 0));
      }
      wanted.add(Math.ceil(Math.clamp(widest, column.least(), column.most())));
    }
    return new StepWidths(wanted);
  }

  /// What stands before an operation: a step to the right for each step above it, the mark that
  /// folds, the sign of what was found.
  private static double indent(Weights plan, PlanNode node) {
    int depth = 0;
    for (var up = plan.parent(node); up.isPresent(); up = plan.parent(up.get())) {
      depth++;
    }
    return depth * INDENT + 2 * SIGN;
  }

  private static double letters(String text) {
    return Letters.width(text.length() > 80 ? text.substring(0, 80) : text, Themes.USUAL);
  }
}
