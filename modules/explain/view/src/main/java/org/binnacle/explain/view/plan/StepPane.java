package org.binnacle.explain.view.plan;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.drawing.Steps;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.fxkit.table.Placeholder;

/// All that is known of the selected step.
final class StepPane extends ScrollPane {
  private final VBox box = new VBox();
  private final ReadOnlyDoubleWrapper wanted = new ReadOnlyDoubleWrapper();
  private String shown = "";

  StepPane() {
    setId("plan-step");
    setContent(box);
    setFitToWidth(true);
    getStyleClass().add("step-scroll");
    box.getStyleClass().add("step-pane");
    box.heightProperty().addListener((seen, was, is) -> wanted.set(is.doubleValue()));
  }

  /// The height of what is shown, px; 0 before anything is.
  ReadOnlyDoubleProperty wanted() {
    return wanted.getReadOnlyProperty();
  }

  void none() {
    shown = "";
    setContent(
        Placeholder.of("mdi2c-cursor-default-click-outline", "No step is selected", "Click one."));
  }

  void show(PlanNode node, Weights plan) {
    String now = node.id() + System.identityHashCode(plan);
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    box.getChildren().clear();
    var heading = new Label(cut(Steps.line(node.label()), 600));
    heading.getStyleClass().add("step-label");
    heading.setWrapText(true);
    box.getChildren().add(heading);
    for (StepText.Fact fact : StepText.facts(node, plan)) {
      box.getChildren().add(fact.condition() ? condition(fact) : line(fact));
    }
    setContent(box);
    setVvalue(0);
  }

  private static Region line(StepText.Fact fact) {
    var name = new Label(fact.name());
    name.getStyleClass().addAll("muted", "fact-name");
    var value = new Label(cut(Steps.line(fact.value()), 400));
    value.setWrapText(true);
    if (fact.value().length() > 400) {
      value.setTooltip(new Tooltip(cut(fact.value(), 4000)));
    }
    var line = new HBox(name, value);
    HBox.setHgrow(value, Priority.ALWAYS);
    line.getStyleClass().add("fact-line");
    return line;
  }

  private static Region condition(StepText.Fact fact) {
    var name = new Label(fact.name());
    name.getStyleClass().add("muted");
    var value = new Label(cut(ConditionLayout.of(fact.value()), 4000));
    value.getStyleClass().addAll("mono", "condition");
    value.setWrapText(true);
    value.setMaxWidth(Double.MAX_VALUE);
    var both = new VBox(name, value);
    both.getStyleClass().add("fact-block");
    return both;
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) + " …" : text;
  }
}
