package org.binnacle.inventory.view;

import java.util.List;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.reach.Discovered;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Progress;

/// The port that finds the sources and replicas of an instance ({@link
/// org.binnacle.inventory.reach.Discovery}). Called off the FX thread.
@FunctionalInterface
public interface Discoverer {

  List<Discovered> from(Instance seed, Progress progress, Cancel cancel);
}
