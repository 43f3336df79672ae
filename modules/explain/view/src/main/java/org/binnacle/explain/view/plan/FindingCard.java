package org.binnacle.explain.view.plan;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.explain.insight.Finding;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.fxkit.theme.States;

/// One finding: what is so, its evidence and what to check next. The one under the eye has buttons
/// for where it leads on to; all have them in their menu.
final class FindingCard extends VBox {
  private final Finding finding;
  private final PlanLinks links;
  private boolean on;

  FindingCard(Finding finding, Weights plan, PlanModel model, PlanLinks links) {
    this.finding = finding;
    this.links = links;
    var icon = Icons.of(Findings.icon(finding.severity()));
    icon.getStyleClass().add("tint");
    Colours.put(icon, Findings.token(finding.severity()));
    var head = new Label(Findings.chip(finding, plan));
    head.getStyleClass().add("heading");
    head.setWrapText(true);
    var severity = new Label(finding.severity().name().toLowerCase(Locale.ROOT));
    severity.getStyleClass().addAll("pill");
    Colours.put(severity, Findings.token(finding.severity()));
    severity.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(head, Priority.ALWAYS);
    head.setMaxWidth(Double.MAX_VALUE);
    var first = new HBox(icon, head, severity);
    first.getStyleClass().add("finding-head");
    getChildren().addAll(first, wrapped(finding.words(), ""));
    if (!finding.evidence().isEmpty()) {
      getChildren().add(wrapped(Findings.evidence(finding.evidence()), "muted"));
    }
    getChildren().add(wrapped("Next: " + finding.next(), "finding-next"));
    getStyleClass().add("finding");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(finding.words());
    setOnMouseClicked(
        event -> {
          if (event.isStillSincePress()) {
            model.look(finding);
          }
        });
    setOnKeyPressed(
        event -> {
          if (event.getTarget() == this
              && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
            model.look(finding);
            event.consume();
          }
        });
    FindingMenu.on(this, finding, links);
  }

  private static Label wrapped(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    if (!style.isEmpty()) {
      label.getStyleClass().add(style);
    }
    return label;
  }

  Finding finding() {
    return finding;
  }

  /// Whether it is the one under the eye.
  void on(boolean now) {
    if (now == on) {
      return;
    }
    on = now;
    States.set(this, States.NOTICE, now);
    if (!now) {
      getChildren().removeIf(FlowPane.class::isInstance);
      return;
    }
    var buttons = new FlowPane();
    buttons.getStyleClass().add("finding-links");
    for (PlanLinks.Link link : links.of(finding)) {
      var button = new Button(link.words(), Icons.of(link.icon()));
      button.setOnAction(event -> link.go().run());
      buttons.getChildren().add(button);
    }
    if (!buttons.getChildren().isEmpty()) {
      getChildren().add(buttons);
    }
  }
}
