package org.binnacle.inventory.view;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/// An item whose children are made when they are first asked for: of ten thousand instances most
/// stand in groups that nobody opens.
final class FleetItem extends TreeItem<FleetEntry> {
  private final Function<FleetEntry.Group, List<FleetItem>> make;
  private boolean made;

  FleetItem(FleetEntry entry, Function<FleetEntry.Group, List<FleetItem>> make) {
    super(entry);
    this.make = make;
  }

  @Override
  public boolean isLeaf() {
    return getValue() instanceof FleetEntry.One;
  }

  @Override
  public ObservableList<TreeItem<FleetEntry>> getChildren() {
    if (!made) {
      made = true;
      if (getValue() instanceof FleetEntry.Group group) {
        super.getChildren().setAll(make.apply(group));
      }
    }
    return super.getChildren();
  }
}
