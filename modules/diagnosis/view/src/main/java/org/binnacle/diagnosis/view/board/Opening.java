package org.binnacle.diagnosis.view.board;

import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.InstanceRef;

/// Where the board leads to: the tab of one instance, or of several merged. On the FX thread.
@FunctionalInterface
public interface Opening {

  /// @param view the key of the view to show, such as `locks`; empty for the one that was in front
  ///   there last
  void open(List<InstanceRef> instances, Optional<String> view);
}
