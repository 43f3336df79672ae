package org.binnacle.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.binnacle.fxkit.FxThread;
import org.jspecify.annotations.Nullable;

/// Panes of tabs, split into two again and again. While there is no tab it shows the welcome.
final class TabArea extends StackPane {
  private final TabGroup.Asks asks;
  private final Node welcome;
  private final Runnable changed;
  private Node content;
  private TabGroup active;

  /// @param changed called when tabs or splits have changed
  TabArea(TabGroup.Asks asks, Node welcome, Runnable changed) {
    FxThread.check();
    this.asks = asks;
    this.welcome = welcome;
    this.changed = changed;
    getStyleClass().add("tab-area");
    active = group();
    content = active;
    getChildren().setAll(content);
    cover();
  }

  List<TabGroup> groups() {
    var groups = new ArrayList<TabGroup>();
    collect(content, groups);
    return groups;
  }

  List<PanelTab> tabs() {
    return groups().stream().flatMap(group -> group.panels().stream()).toList();
  }

  TabGroup active() {
    return active;
  }

  void activate(TabGroup group) {
    active = group;
  }

  Node content() {
    return content;
  }

  /// @param group where to; one of {@link #groups}
  void add(PanelTab tab, TabGroup group, int before) {
    FxThread.check();
    group.add(tab, before);
    active = group;
    cover();
    changed.run();
  }

  /// Takes a tab out without ending its panel.
  void take(PanelTab tab) {
    FxThread.check();
    groupOf(tab)
        .ifPresent(
            group -> {
              group.getTabs().remove(tab);
              prune(group);
            });
    cover();
    changed.run();
  }

  Optional<TabGroup> groupOf(PanelTab tab) {
    return groups().stream().filter(group -> group.getTabs().contains(tab)).findFirst();
  }

  /// A new pane beside or below another.
  TabGroup split(TabGroup at, Orientation orientation) {
    FxThread.check();
    var fresh = group();
    var split = new SplitPane();
    split.setOrientation(orientation);
    replace(at, split);
    split.getItems().setAll(at, fresh);
    split.setDividerPositions(0.5);
    watch(split);
    return fresh;
  }

  /// Puts what was remembered in place of the present panes.
  void restore(Node restored) {
    content = restored;
    getChildren().setAll(content);
    groups().stream().filter(group -> group.getTabs().isEmpty()).toList().forEach(this::prune);
    active = groups().getFirst();
    cover();
  }

  TabGroup group() {
    return new TabGroup(asks);
  }

  void watch(SplitPane split) {
    split.getDividers().getFirst().positionProperty().addListener((seen, was, is) -> changed.run());
  }

  private void prune(TabGroup group) {
    if (!group.getTabs().isEmpty() || group.equals(content)) {
      return;
    }
    SplitPane parent = parentOf(content, group);
    if (parent == null) {
      return;
    }
    Node other =
        parent.getItems().stream().filter(node -> !node.equals(group)).findFirst().orElseThrow();
    parent.getItems().clear();
    replace(parent, other);
    if (active.equals(group)) {
      active = groups().getFirst();
    }
  }

  private void replace(Node old, Node fresh) {
    if (content.equals(old)) {
      content = fresh;
      getChildren().setAll(content);
      cover();
      return;
    }
    SplitPane parent = parentOf(content, old);
    if (parent != null) {
      double[] positions = parent.getDividerPositions();
      parent.getItems().set(parent.getItems().indexOf(old), fresh);
      parent.setDividerPositions(positions);
    }
  }

  private void cover() {
    boolean none = tabs().isEmpty();
    content.setVisible(!none);
    if (none && !getChildren().contains(welcome)) {
      getChildren().add(welcome);
    } else if (!none) {
      getChildren().remove(welcome);
    }
  }

  private static @Nullable SplitPane parentOf(Node at, Node child) {
    if (!(at instanceof SplitPane split)) {
      return null;
    }
    if (split.getItems().contains(child)) {
      return split;
    }
    for (Node item : split.getItems()) {
      SplitPane found = parentOf(item, child);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static void collect(Node at, List<TabGroup> into) {
    switch (at) {
      case TabGroup group -> into.add(group);
      case SplitPane split -> split.getItems().forEach(item -> collect(item, into));
      default -> throw new IllegalStateException(at.toString());
    }
  }
}
