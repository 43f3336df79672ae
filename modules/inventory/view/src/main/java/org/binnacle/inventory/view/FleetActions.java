package org.binnacle.inventory.view;

import java.util.List;
import org.binnacle.inventory.Instance;

/// What the navigator asks of the window. On the FX thread; must not block.
public interface FleetActions {

  /// Opens the instance's panel, or brings it to the front.
  void open(Instance instance);

  /// Opens the instances of a cluster merged into one panel.
  void openMerged(String cluster, List<Instance> members);

  /// Starts the demo fleet; offered where {@link #hasDemo()}.
  void demo();

  boolean hasDemo();
}
