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

/// Everything that was found, worst first, each with its evidence and what to check next. Cards are
/// made one an event, and only as many as are in sight and as much again: a plan may have sixty,
/// and each card that comes lays out those before it.
final class FindingList extends ScrollPane {
  private static final int MOST = 60;
  private static final int FIRST = 4;
  private static final int MORE = 3;

  private final PlanModel model;
  private final PlanLinks links;
  private final VBox box = new VBox();
  private final List<FindingCard> cards = new ArrayList<>();
  private final Turns turns = new Turns();
  private final InvalidationListener chosen = seen -> follow();
  private List<Finding> findings = List.of();
  private Optional<Opened> shown = Optional.empty();
  private boolean growing;

  FindingList(PlanModel model, PlanLinks links) {
    this.model = model;
    this.links = links;
    setId("plan-findings");
    setContent(box);
    setFitToWidth(true);
    getStyleClass().add("step-scroll");
    box.getStyleClass().add("finding-list");
    model.finding().addListener(chosen);
    InvalidationListener moved = seen -> fill();
    vvalueProperty().addListener(moved);
    viewportBoundsProperty().addListener(moved);
    box.heightProperty().addListener(moved);
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
    turns.drop();
    growing = false;
    List<Finding> all = shown.map(Opened::findings).orElse(List.of());
    findings = all.subList(0, Math.min(all.size(), MOST));
    if (shown.isEmpty()) {
      return;
    }
    if (all.isEmpty()) {
      turns.begin(List.of(part(nothing())));
      return;
    }
    var heading = new Label(all.size() == 1 ? "1 finding" : all.size() + " findings, worst first");
    heading.getStyleClass().add("muted");
    grow(FIRST, List.of(part(heading)));
  }

  /// Makes cards up to a place in the list.
  private void grow(int upTo, List<Turns.Part> before) {
    if (growing || shown.isEmpty()) {
      return;
    }
    growing = true;
    Opened plan = shown.get();
    var parts = new ArrayList<>(before);
    for (Finding finding : findings.subList(cards.size(), Math.min(findings.size(), upTo))) {
      parts.add(() -> List.of(add(finding, plan)));
    }
    parts.add(Turns.Part.of(() -> grown(plan)));
    turns.begin(parts);
  }

  private void grown(Opened plan) {
    growing = false;
    int beyond = plan.findings().size() - findings.size();
    if (beyond > 0 && cards.size() == findings.size()) {
      box.getChildren().add(new Label("and %d more; the exports hold all".formatted(beyond)));
    }
    follow();
    fill();
  }

  /// Makes more cards where less than a page of them is left below what is in sight.
  private void fill() {
    double page = getViewportBounds().getHeight();
    double over = box.getHeight() - page;
    boolean left = !cards.isEmpty() && cards.size() < findings.size();
    if (left && page > 0 && over * (over > 0 ? 1 - getVvalue() : 1) < page) {
      grow(cards.size() + MORE, List.of());
    }
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
    model
        .finding()
        .get()
        .map(findings::indexOf)
        .filter(at -> at >= cards.size())
        .ifPresent(at -> grow(at + 1, List.of()));
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
