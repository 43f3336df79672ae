package org.binnacle.review.view;

import java.util.function.Supplier;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.kernel.Settings;
import org.binnacle.kernel.Words;

/// What every panel of this module is given.
///
/// @param tool name and version of the program, for reports
/// @param past reviews that were kept
/// @param servers that a review may ask
/// @param doors opens further tabs
public record Kit(
    Settings settings,
    Words words,
    Tasks tasks,
    Choosers choosers,
    String tool,
    Past past,
    Servers servers,
    Doors doors) {

  /// Opens tabs; the window implements it.
  @FunctionalInterface
  public interface Doors {
    /// Opens the panel of this id, or brings it to the front where it is open already.
    void open(String id, Supplier<Panel> panel);
  }
}
