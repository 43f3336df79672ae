package org.binnacle.explain.view.plan;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.TextRange;
import org.binnacle.fxkit.sql.SqlArea;

/// The plan as it was printed. The text of the selected step is marked; what is marked there
/// selects its step.
final class RawTab implements PlanTab {
  private final PlanModel model;
  private final SqlArea area = SqlArea.reader(new PlanColours());
  private final InvalidationListener chosen = seen -> mark();
  private final ObservableValue<IndexRange> marked = area.selection();
  private final ChangeListener<IndexRange> marking = (seen, was, is) -> marked(is);
  private Optional<Opened> shown = Optional.empty();
  private RawText text = RawText.of("");
  private boolean following;

  RawTab(PlanModel model) {
    this.model = model;
    area.setId("plan-raw");
    area.wrap(false);
    model.selected().addListener(chosen);
    marked.addListener(marking);
  }

  @Override
  public Node node() {
    return area;
  }

  @Override
  public void show() {
    if (!model.opened().get().equals(shown)) {
      shown = model.opened().get();
      shown.ifPresent(
          plan -> {
            text = RawText.of(plan.plan().raw());
            following = true;
            area.show(text.shown());
            following = false;
          });
    }
    mark();
  }

  private void mark() {
    if (following || !model.opened().get().equals(shown)) {
      return;
    }
    model
        .step()
        .ifPresent(
            node -> {
              TextRange own = own(node);
              following = true;
              area.select(text.shown(own.start()), text.shown(own.end()));
              following = false;
            });
  }

  /// The words of the step itself, up to where its first child begins.
  private static TextRange own(PlanNode node) {
    int end = node.raw().end();
    for (PlanNode child : node.children()) {
      int start = child.raw().start();
      if (start > node.raw().start() && start < end) {
        end = start;
      }
    }
    return new TextRange(node.raw().start(), end);
  }

  private void marked(IndexRange range) {
    if (following || shown.isEmpty()) {
      return;
    }
    int at = text.raw(range.getStart());
    PlanNode found = null;
    for (PlanNode node : shown.get().weights().nodes()) {
      boolean narrower =
          found == null
              || node.raw().end() - node.raw().start() <= found.raw().end() - found.raw().start();
      if (node.raw().holds(at) && narrower) {
        found = node;
      }
    }
    if (found != null) {
      following = true;
      model.selected().set(found.id());
      following = false;
    }
  }

  @Override
  public void close() {
    model.selected().removeListener(chosen);
    marked.removeListener(marking);
    area.close();
  }
}
