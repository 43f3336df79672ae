package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.TreeTableViewSkin;
import javafx.scene.control.skin.VirtualFlow;
import org.binnacle.explain.Measure;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.fxkit.theme.States;
import org.jspecify.annotations.Nullable;

/// The plan as a table that folds.
final class TreeTab implements PlanTab {
  /// The heads of so many columns are styled in one event.
  private static final int A_TURN = 3;

  private final PlanModel model;
  private final List<TreeTableColumn<PlanNode, PlanNode>> columns = StepColumns.of(this::weights);
  private final TreeTableView<PlanNode> view = new TreeTableView<>();
  private final Unrolled unrolled = new Unrolled(view, this::stands);
  private final TreeFit fit = new TreeFit(view, columns);
  private final Map<String, TreeItem<PlanNode>> items = new HashMap<>();
  private final InvalidationListener chosen = seen -> followModel();
  private Optional<Opened> shown = Optional.empty();
  private Runnable whole = () -> {};
  private boolean following;

  TreeTab(PlanModel model) {
    this.model = model;
    view.setId("plan-tree");
    view.getStyleClass().addAll("live-table", "dense", "plan-tree");
    view.setShowRoot(false);
    view.setFixedCellSize(26);
    view.setTableMenuButtonVisible(true);
    view.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    view.setRowFactory(
        all ->
            new TreeTableRow<>() {
              @Override
              protected void updateItem(@Nullable PlanNode node, boolean empty) {
                super.updateItem(node, empty);
                States.set(
                    this,
                    States.ASLEEP,
                    node != null && node.measure() instanceof Measure.NeverExecuted);
              }
            });
    view.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (seen, was, is) -> {
              if (!following && is != null) {
                model.selected().set(is.getValue().id());
              }
            });
    model.selected().addListener(chosen);
    unrolled.onLetters(fit::letters);
  }

  private Weights weights() {
    return shown.orElseThrow().weights();
  }

  @Override
  public Node node() {
    return unrolled;
  }

  @Override
  public void focus() {
    view.requestFocus();
  }

  @Override
  public void show() {
    Optional<Opened> newest = model.opened().get();
    if (newest.isPresent() && !newest.equals(shown)) {
      shown = newest;
      Opened plan = newest.get();
      items.clear();
      var root = new TreeItem<PlanNode>();
      following = true;
      root.getChildren().setAll(plan.plan().roots().stream().map(this::item).toList());
      root.setExpanded(true);
      title(plan);
      put(columns);
      view.setRoot(root);
      unrolled.begin();
      following = false;
    }
    followModel();
  }

  @Override
  public void stand(Runnable then) {
    show();
    if (unrolled.done()) {
      then.run();
    } else {
      whole = then;
    }
  }

  private void stands() {
    followModel();
    whole.run();
  }

  @Override
  public List<Turns.Part> parts() {
    model.opened().get().ifPresent(this::title);
    var parts = new ArrayList<Turns.Part>();
    for (int at = 0; at < columns.size(); at += A_TURN) {
      var some = columns.subList(at, Math.min(columns.size(), at + A_TURN));
      parts.add(
          () -> {
            put(some);
            Node heads = view.lookup(".column-header-background");
            return List.of(heads == null ? unrolled : heads);
          });
    }
    return parts;
  }

  private void put(List<TreeTableColumn<PlanNode, PlanNode>> some) {
    view.getColumns()
        .addAll(some.stream().filter(column -> !view.getColumns().contains(column)).toList());
  }

  /// Which columns the plan fills, in which unit, and how wide.
  private void title(Opened plan) {
    for (int i = 0; i < columns.size(); i++) {
      StepTexts.Text text = StepTexts.all().get(i);
      columns.get(i).setText(StepTexts.title(text, plan.weights()));
      if (StepTexts.measured(text.id())) {
        columns.get(i).setVisible(plan.plan().analysed());
      }
    }
    fit.plan(plan.widths());
  }

  private TreeItem<PlanNode> item(PlanNode node) {
    var item = new TreeItem<>(node);
    if (!node.children().isEmpty()) {
      item.getChildren().setAll(node.children().stream().map(this::item).toList());
    }
    item.setExpanded(true);
    items.put(node.id(), item);
    return item;
  }

  private void followModel() {
    TreeItem<PlanNode> wanted = items.get(model.selected().get());
    if (wanted == null || following) {
      return;
    }
    for (TreeItem<PlanNode> up = wanted.getParent(); up != null; up = up.getParent()) {
      up.setExpanded(true);
    }
    following = true;
    int row = view.getRow(wanted);
    if (view.getSelectionModel().getSelectedIndex() != row) {
      view.getSelectionModel().clearAndSelect(row);
    }
    following = false;
    if (unrolled.done() && !visible(row)) {
      view.scrollTo(Math.max(0, row - 4));
    }
  }

  private boolean visible(int row) {
    if (!(view.getSkin() instanceof TreeTableViewSkin<?> skin)) {
      return true;
    }
    return skin.getChildren().stream()
        .filter(VirtualFlow.class::isInstance)
        .map(node -> (VirtualFlow<?>) node)
        .findFirst()
        .map(
            flow ->
                flow.getFirstVisibleCell() != null
                    && flow.getLastVisibleCell() != null
                    && flow.getFirstVisibleCell().getIndex() <= row
                    && flow.getLastVisibleCell().getIndex() >= row)
        .orElse(true);
  }

  @Override
  public void close() {
    model.selected().removeListener(chosen);
    items.clear();
    view.setRoot(null);
  }
}
