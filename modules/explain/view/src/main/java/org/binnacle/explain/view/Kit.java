package org.binnacle.explain.view;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Settings;
import org.binnacle.kernel.Words;

/// What every panel of this module is given.
///
/// @param live servers; empty where there are none, as in a viewer of files
/// @param shelf the plans at hand, shared by all panels of the window
/// @param doors opens further tabs
public record Kit(
    Settings settings,
    Words words,
    Tasks tasks,
    Choosers choosers,
    Optional<Live> live,
    Shelf shelf,
    Doors doors) {

  /// An instance of the fleet; empty where it is there no more.
  public Optional<InstanceRef> instance(String id) {
    return live.stream()
        .flatMap(one -> one.instances().get().stream())
        .filter(one -> one.id().equals(id))
        .findFirst();
  }

  /// Opens tabs; the window implements it.
  @FunctionalInterface
  public interface Doors {
    /// Opens the panel of this id, or brings it to the front where it is open already.
    void open(String id, Supplier<Panel> panel);

    /// Opens a review of a statement; empty where the window has none.
    default Optional<Consumer<String>> review() {
      return Optional.empty();
    }
  }
}
