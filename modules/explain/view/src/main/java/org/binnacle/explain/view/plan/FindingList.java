package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.binnacle.explain.insight.Finding;
import org.binnacle.fxkit.table.Placeholder;

/// Everything that was found, worst first, each with its evidence and what to check next. Filled
/// some cards an event.
final class FindingList extends ScrollPane {
  private static final int MOST = 60;
  private static final int A_TURN = 2;

  private final PlanModel model;
  private final PlanLinks links;
  private final VBox box = new VBox();
  private final List<FindingCard> cards = new ArrayList<>();
  private final Turns turns = new Turns();
  private final InvalidationListener chosen = seen -> follow();
  private Optional<Opened> shown = Optional.empty();

  FindingList(PlanModel model, PlanLinks links) {
    this.model = model;
    this.links = links;
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
    setVvalue(0);
    shown.ifPresent(plan -> turns.begin(parts(plan)));
  }

  private List<Turns.Part> parts(Opened plan) {
    List<Finding> all = plan.findings();
    var parts = new ArrayList<Turns.Part>();
    if (all.isEmpty()) {
      parts.add(part(nothing()));
      return parts;
    }
    var heading = new Label(all.size() == 1 ? "1 finding" : all.size() + " findings, worst first");
    heading.getStyleClass().add("muted");
    parts.add(part(heading));
    List<Finding> some = all.subList(0, Math.min(all.size(), MOST));
    for (int at = 0; at < some.size(); at += A_TURN) {
      List<Finding> these = some.subList(at, Math.min(some.size(), at + A_TURN));
      parts.add(() -> these.stream().map(finding -> add(finding, plan)).toList());
    }
    parts.add(Turns.Part.of(this::follow));
    if (all.size() > MOST) {
      parts.add(part(new Label("and %d more; the exports hold all".formatted(all.size() - MOST))));
    }
    return parts;
  }

  private Turns.Part part(Node node) {
    return Turns.Part.of(node, () -> box.getChildren().add(node));
  }

  private FindingCard add(Finding finding, Opened plan) {
    var card = new FindingCard(finding, plan.weights(), model, links);
    card.on(isUnderTheEye(finding));
    cards.add(card);
    box.getChildren().add(card);
    return card;
  }

  private static Node nothing() {
    return Placeholder.of(
        "mdi2c-check-circle-outline",
        "Nothing stands out",
        "None of the insights has anything to say of this plan.");
  }

  private boolean isUnderTheEye(Finding finding) {
    return model.finding().get().filter(finding::equals).isPresent();
  }

  private void follow() {
    for (FindingCard card : cards) {
      boolean on = isUnderTheEye(card.finding());
      card.on(on);
      if (on && getHeight() > 0) {
        bringIntoSight(card);
      }
    }
  }

  private void bringIntoSight(FindingCard card) {
    double over = box.getHeight() - getViewportBounds().getHeight();
    double at = card.getBoundsInParent().getMinY();
    double top = getVvalue() * over;
    boolean seen = at >= top && at + card.getHeight() <= top + getViewportBounds().getHeight();
    if (over > 0 && !seen) {
      setVvalue(Math.clamp(at / over, 0, 1));
    }
  }

  void close() {
    turns.drop();
    model.finding().removeListener(chosen);
  }
}
