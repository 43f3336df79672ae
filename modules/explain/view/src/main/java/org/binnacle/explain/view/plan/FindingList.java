package org.binnacle.explain.view.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.explain.insight.Finding;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.fxkit.theme.States;

/// Everything that was found, worst first, each with its evidence and what to check next.
final class FindingList extends ScrollPane {
  private static final int MOST = 60;

  private final PlanModel model;
  private final VBox box = new VBox();
  private final Map<Finding, VBox> cards = new HashMap<>();
  private final InvalidationListener chosen = seen -> follow();
  private Optional<Opened> shown = Optional.empty();

  FindingList(PlanModel model) {
    this.model = model;
    setId("plan-findings");
    setContent(box);
    setFitToWidth(true);
    getStyleClass().add("step-scroll");
    box.getStyleClass().add("finding-list");
    model.finding().addListener(chosen);
  }

  void show() {
    if (model.opened().get().equals(shown)) {
      follow();
      return;
    }
    shown = model.opened().get();
    cards.clear();
    box.getChildren().clear();
    shown.ifPresent(
        plan -> {
          List<Finding> all = plan.findings();
          if (!all.isEmpty()) {
            var heading =
                new Label(all.size() == 1 ? "1 finding" : all.size() + " findings, worst first");
            heading.getStyleClass().add("muted");
            box.getChildren().add(heading);
          }
          all.stream().limit(MOST).forEach(finding -> box.getChildren().add(card(finding, plan)));
          if (all.size() > MOST) {
            box.getChildren()
                .add(new Label("and %d more; the exports hold all".formatted(all.size() - MOST)));
          }
          if (all.isEmpty()) {
            box.getChildren()
                .add(
                    Placeholder.of(
                        "mdi2c-check-circle-outline",
                        "Nothing stands out",
                        "None of the insights has anything to say of this plan."));
          }
        });
    setVvalue(0);
    follow();
  }

  private VBox card(Finding finding, Opened plan) {
    var icon = Icons.of(Findings.icon(finding.severity()));
    icon.getStyleClass().add("tint");
    Colours.put(icon, Findings.token(finding.severity()));
    var head = new Label(Findings.chip(finding, plan.weights()));
    head.getStyleClass().add("heading");
    head.setWrapText(true);
    var severity = new Label(finding.severity().name().toLowerCase(java.util.Locale.ROOT));
    severity.getStyleClass().addAll("pill");
    Colours.put(severity, Findings.token(finding.severity()));
    severity.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(head, Priority.ALWAYS);
    head.setMaxWidth(Double.MAX_VALUE);
    var first = new HBox(icon, head, severity);
    first.getStyleClass().add("finding-head");
    var card = new VBox(first, wrapped(finding.words(), ""));
    if (!finding.evidence().isEmpty()) {
      card.getChildren().add(wrapped(Findings.evidence(finding.evidence()), "muted"));
    }
    card.getChildren().add(wrapped("Next: " + finding.next(), "finding-next"));
    card.getStyleClass().add("finding");
    card.setFocusTraversable(true);
    card.setAccessibleRole(AccessibleRole.BUTTON);
    card.setAccessibleText(finding.words());
    card.setOnMouseClicked(event -> model.look(finding));
    card.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            model.look(finding);
            event.consume();
          }
        });
    cards.put(finding, card);
    return card;
  }

  private static Label wrapped(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    if (!style.isEmpty()) {
      label.getStyleClass().add(style);
    }
    return label;
  }

  private void follow() {
    cards.forEach(
        (finding, card) -> {
          boolean on = model.finding().get().filter(finding::equals).isPresent();
          States.set(card, States.NOTICE, on);
          if (on && getHeight() > 0) {
            double over = box.getHeight() - getViewportBounds().getHeight();
            double at = card.getBoundsInParent().getMinY();
            double top = getVvalue() * over;
            boolean seen =
                at >= top && at + card.getHeight() <= top + getViewportBounds().getHeight();
            if (over > 0 && !seen) {
              setVvalue(Math.clamp(at / over, 0, 1));
            }
          }
        });
  }

  void close() {
    model.finding().removeListener(chosen);
  }
}
