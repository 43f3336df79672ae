package org.binnacle.diagnosis.past;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.binnacle.kernel.InstanceRef;

/// The looks of all panels that are open, so that a capture finds those of its instances.
public final class PanelLooks {
  private final List<LastLooks> open = new CopyOnWriteArrayList<>();

  private final Optional<Function<List<InstanceRef>, LastLooks>> recorded;

  /// @param recorded the looks that a recording has; empty where it is live
  public PanelLooks(Optional<Function<List<InstanceRef>, LastLooks>> recorded) {
    this.recorded = recorded;
  }

  /// Of a panel that is opened; the caller closes it.
  public LastLooks open(List<InstanceRef> instances) {
    if (recorded.isPresent()) {
      return recorded.get().apply(instances);
    }
    var looks = new LastLooks(instances);
    open.add(looks);
    looks.onClose(() -> open.remove(looks));
    return looks;
  }

  /// Those of the panel that has seen most of an instance.
  public Optional<LastLooks> of(String instanceId) {
    return open.stream()
        .filter(looks -> looks.instances().stream().anyMatch(one -> one.id().equals(instanceId)))
        .max((one, other) -> Integer.compare(seen(one), seen(other)));
  }

  private static int seen(LastLooks looks) {
    return looks.sessions().times().size();
  }
}
