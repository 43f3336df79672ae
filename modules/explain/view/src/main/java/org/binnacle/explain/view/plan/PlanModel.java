package org.binnacle.explain.view.plan;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.insight.Finding;
import org.binnacle.fxkit.FxThread;

/// One plan and the one selection that all its tabs share. On the FX thread.
public final class PlanModel {
  private final ReadOnlyObjectWrapper<Optional<Opened>> opened =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final StringProperty selected = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Finding>> finding =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// What is shown; empty before the first.
  public ReadOnlyObjectProperty<Optional<Opened>> opened() {
    return opened.getReadOnlyProperty();
  }

  /// The id of the selected step; empty for none. Settable.
  public StringProperty selected() {
    return selected;
  }

  /// The finding under the eye.
  public ReadOnlyObjectProperty<Optional<Finding>> finding() {
    return finding.getReadOnlyProperty();
  }

  /// Shows another plan and selects where its worst finding is, else its heaviest step.
  public void show(Opened plan) {
    FxThread.check();
    finding.set(Optional.empty());
    selected.set("");
    opened.set(Optional.of(plan));
    plan.findings().stream()
        .filter(one -> !one.nodes().isEmpty())
        .findFirst()
        .ifPresentOrElse(
            this::look,
            () -> {
              List<PlanNode> path = plan.weights().hotPath();
              selected.set(path.isEmpty() ? "" : path.getFirst().id());
            });
  }

  /// The selected step.
  public Optional<PlanNode> step() {
    return opened.get().flatMap(plan -> plan.weights().node(selected.get()));
  }

  /// Selects the first step of a finding; the same finding again goes on to its next step.
  public void look(Finding one) {
    FxThread.check();
    boolean again = finding.get().filter(one::equals).isPresent();
    finding.set(Optional.of(one));
    if (!one.nodes().isEmpty()) {
      int at = again ? one.nodes().indexOf(selected.get()) : -1;
      selected.set(one.nodes().get((at + 1) % one.nodes().size()));
    }
  }

  /// The next finding, around at the end.
  ///
  /// @param by 1 or -1
  public void step(int by) {
    opened
        .get()
        .filter(plan -> !plan.findings().isEmpty())
        .ifPresent(
            plan -> {
              List<Finding> all = plan.findings();
              int at = finding.get().map(all::indexOf).orElse(by > 0 ? -1 : 0);
              finding.set(Optional.empty());
              look(all.get(Math.floorMod(at + by, all.size())));
            });
  }

  /// Selects the heaviest step, itself, on the path that takes the most.
  public void hot() {
    opened
        .get()
        .ifPresent(
            plan -> {
              PlanNode heaviest = null;
              for (PlanNode node : plan.weights().hotPath()) {
                if (heaviest == null || plan.weights().self(node) > plan.weights().self(heaviest)) {
                  heaviest = node;
                }
              }
              if (heaviest != null) {
                selected.set(heaviest.id());
              }
            });
  }

  /// Selects the next step, in the order of the plan, in whose words the text stands.
  public boolean search(String text) {
    if (text.isBlank() || opened.get().isEmpty()) {
      return false;
    }
    List<PlanNode> nodes = opened.get().get().weights().nodes();
    String wanted = text.strip().toLowerCase(java.util.Locale.ROOT);
    int at = step().map(nodes::indexOf).orElse(-1);
    for (int i = 1; i <= nodes.size(); i++) {
      PlanNode node = nodes.get((at + i) % nodes.size());
      if (StepText.all(node).toLowerCase(java.util.Locale.ROOT).contains(wanted)) {
        selected.set(node.id());
        return true;
      }
    }
    return false;
  }
}
