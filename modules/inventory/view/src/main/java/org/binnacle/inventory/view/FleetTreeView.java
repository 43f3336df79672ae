package org.binnacle.inventory.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.StackPane;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.jspecify.annotations.Nullable;

/// The virtualised tree. Rebuilt when the entries change; selection and expansion are carried over
/// by key. New marks only draw the visible cells anew.
final class FleetTreeView implements AutoCloseable {
  /// Up to so many instances all groups are open at first.
  private static final int OPEN_ALL = 300;

  private final FleetModel model;
  private final TreeView<FleetEntry> tree = new TreeView<>();
  private final Node nothing =
      Placeholder.of("mdi2m-magnify-close", "Nothing found", "Esc clears the search.");
  private final StackPane pane = new StackPane(tree, nothing);
  private final List<FleetCell> cells = new ArrayList<>();
  private final Map<String, Boolean> toggled = new HashMap<>();
  private final ChangeListener<List<FleetEntry>> changed = (seen, was, is) -> fill(is);
  private final ChangeListener<Number> marked = (seen, was, is) -> cells.forEach(FleetCell::again);
  private boolean filling;

  FleetTreeView(Inventory inventory, FleetModel model) {
    this.model = model;
    tree.setId("fleet-tree");
    tree.getStyleClass().add("dense");
    tree.setShowRoot(false);
    tree.setRoot(new TreeItem<>());
    tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    tree.setCellFactory(
        view -> {
          var cell = new FleetCell(inventory, model);
          cells.add(cell);
          return cell;
        });
    nothing.setVisible(false);
    model.entries().addListener(changed);
    model.marked().addListener(marked);
    fill(model.entries().get());
  }

  StackPane pane() {
    return pane;
  }

  TreeView<FleetEntry> node() {
    return tree;
  }

  void nothing(boolean none) {
    nothing.setVisible(none);
  }

  /// The entry that the keyboard is on.
  Optional<FleetEntry> entry() {
    return Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
  }

  /// The selected instances, those of selected groups included, each once.
  List<Instance> instances() {
    Set<Instance> all = new LinkedHashSet<>();
    for (TreeItem<FleetEntry> item : tree.getSelectionModel().getSelectedItems()) {
      if (item != null) {
        switch (item.getValue()) {
          case FleetEntry.One one -> all.add(one.instance());
          case FleetEntry.Group group -> all.addAll(group.members());
        }
      }
    }
    return List.copyOf(all);
  }

  void toggle() {
    TreeItem<FleetEntry> item = tree.getSelectionModel().getSelectedItem();
    if (item != null) {
      item.setExpanded(!item.isExpanded());
    }
  }

  void reveal(UUID id) {
    FxThread.check();
    find(tree.getRoot(), id)
        .ifPresent(
            item -> {
              for (TreeItem<FleetEntry> up = item.getParent(); up != null; up = up.getParent()) {
                up.setExpanded(true);
              }
              int row = tree.getRow(item);
              tree.getSelectionModel().clearAndSelect(row);
              tree.scrollTo(Math.max(0, row - 3));
            });
  }

  private static Optional<TreeItem<FleetEntry>> find(TreeItem<FleetEntry> item, UUID id) {
    if (item.getValue() instanceof FleetEntry.One one && one.instance().id().equals(id)) {
      return Optional.of(item);
    }
    return item.getChildren().stream().flatMap(child -> find(child, id).stream()).findFirst();
  }

  private void fill(List<FleetEntry> entries) {
    FxThread.check();
    Set<String> selected = new HashSet<>();
    for (TreeItem<FleetEntry> item : tree.getSelectionModel().getSelectedItems()) {
      if (item != null) {
        selected.add(item.getValue().key());
      }
    }
    filling = true;
    tree.getSelectionModel().clearSelection();
    var root = new TreeItem<FleetEntry>();
    root.setExpanded(true);
    root.getChildren().setAll(items(entries, 0));
    tree.setRoot(root);
    filling = false;
    if (!selected.isEmpty()) {
      select(root, selected);
    }
  }

  private void select(TreeItem<FleetEntry> root, Set<String> keys) {
    for (int row = 0; row < tree.getExpandedItemCount() && !keys.isEmpty(); row++) {
      @Nullable TreeItem<FleetEntry> item = tree.getTreeItem(row);
      if (item != null && !item.equals(root) && keys.remove(item.getValue().key())) {
        tree.getSelectionModel().select(row);
      }
    }
  }

  private List<FleetItem> items(List<FleetEntry> entries, int depth) {
    var items = new ArrayList<FleetItem>(entries.size());
    for (FleetEntry entry : entries) {
      var item = new FleetItem(entry, group -> items(group.children(), depth + 1));
      if (entry instanceof FleetEntry.Group group) {
        item.setExpanded(isOpen(group.key(), depth));
        item.expandedProperty()
            .addListener(
                (seen, was, is) -> {
                  if (!filling && !model.searching()) {
                    toggled.put(group.key(), is);
                  }
                });
      }
      items.add(item);
    }
    return items;
  }

  private boolean isOpen(String key, int depth) {
    boolean few = model.shown() <= OPEN_ALL;
    return model.searching() ? few || depth == 0 : toggled.getOrDefault(key, few || depth == 0);
  }

  @Override
  public void close() {
    model.entries().removeListener(changed);
    model.marked().removeListener(marked);
  }
}
