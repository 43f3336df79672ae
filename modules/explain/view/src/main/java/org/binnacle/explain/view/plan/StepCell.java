package org.binnacle.explain.view.plan;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.drawing.Steps;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.kernel.Severity;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A cell of the tree: one text of a step. Tips are made while the mouse is over it.
class StepCell extends TreeTableCell<PlanNode, PlanNode> {
  private static final int LONGEST = 300;

  private final Supplier<Weights> plan;
  private final BiFunction<Weights, PlanNode, String> text;
  private @Nullable FontIcon icon;

  StepCell(Supplier<Weights> plan, BiFunction<Weights, PlanNode, String> text, boolean numeric) {
    this.plan = plan;
    this.text = text;
    setAlignment(numeric ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    if (numeric) {
      getStyleClass().add("numeric");
    }
    hoverProperty().addListener((seen, was, is) -> tell(is));
  }

  @Override
  protected void updateItem(@Nullable PlanNode node, boolean empty) {
    super.updateItem(node, empty);
    if (empty || node == null) {
      setText(null);
      setGraphic(null);
      return;
    }
    String words = Steps.line(text.apply(plan.get(), node));
    setText(words.length() > LONGEST ? words.substring(0, LONGEST) : words);
    dress(plan.get(), node);
  }

  /// What a kind of cell adds to its text.
  void dress(Weights weights, PlanNode node) {}

  /// More than the cell has room for; empty for its own text.
  String tip(Weights weights, PlanNode node) {
    return text.apply(weights, node);
  }

  final void mark(Optional<Severity> worst) {
    String literal =
        worst
            .filter(found -> found != Severity.OK)
            .map(
                found ->
                    found == Severity.CRITICAL
                        ? "mdi2a-alert-octagon"
                        : found == Severity.WARNING ? "mdi2a-alert" : "mdi2i-information-outline")
            .orElse("");
    if (literal.isEmpty()) {
      setGraphic(null);
      return;
    }
    if (icon == null) {
      icon = Icons.of(literal);
      icon.getStyleClass().add("tint");
    } else {
      icon.setIconLiteral(literal);
    }
    Colours.put(icon, Findings.token(worst.orElse(Severity.NOTICE)));
    setGraphic(icon);
  }

  private void tell(boolean hovered) {
    PlanNode node = getItem();
    setTooltip(null);
    if (hovered && node != null) {
      String tip = tip(plan.get(), node);
      if (!tip.isEmpty()) {
        var tooltip = new Tooltip(tip.length() > 4000 ? tip.substring(0, 4000) + " …" : tip);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(700);
        setTooltip(tooltip);
      }
    }
  }
}
