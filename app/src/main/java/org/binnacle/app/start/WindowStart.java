package org.binnacle.app.start;

import java.util.concurrent.atomic.AtomicReference;
import org.binnacle.app.house.Build;
import org.binnacle.app.house.House;
import org.binnacle.app.window.WindowWiring;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.SystemChoosers;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Words;
import org.jspecify.annotations.Nullable;

/// Opens the window on a house.
public final class WindowStart {
  private WindowStart() {}

  /// Returns when the window has closed.
  public static void run(House house, Cancel cancel, Toolkit.Visit visit) {
    run(house, new WindowAsking(), cancel, visit);
  }

  /// @param asking what the house asks with; told when the window stands and when it has closed
  public static void run(House house, WindowAsking asking, Cancel cancel, Toolkit.Visit visit) {
    NumberMarks.apply(house.settings());
    String vault = house.vault().describe();
    house.diagnosis(); // opened here, not on the FX thread
    var made = new AtomicReference<@Nullable HouseParts>();
    try (var tasks = new Tasks()) {
      var wiring =
          new WindowWiring(
              house.settings(),
              new Words(),
              Build.present().version(),
              house.folder(),
              new SystemChoosers(),
              tasks,
              desk -> {
                var parts = new HouseParts(house, desk, vault, asking);
                made.set(parts);
                return parts.parts();
              });
      Toolkit.run(
          wiring,
          cancel,
          () -> {
            asking.closed();
            HouseParts parts = made.get();
            if (parts != null) {
              parts.close();
            }
          },
          (window, closed) -> {
            FxThread.run(
                () -> {
                  asking.stands(window.stage().getScene().getRoot(), vault);
                  HouseParts parts = made.get();
                  if (parts != null) {
                    parts.first();
                    parts.takeDrops(window.stage().getScene());
                  }
                });
            visit.to(window, closed);
          });
    } finally {
      asking.closed();
    }
  }

  /// Waits until the user closes the window.
  public static Toolkit.Visit stay() {
    return (window, closed) -> closed.await();
  }

  /// Opens panels by their ids, then waits as {@link #stay} does.
  public static Toolkit.Visit opening(java.util.List<String> panels) {
    return (window, closed) -> {
      FxThread.run(() -> panels.forEach(window.workbench()::open));
      closed.await();
    };
  }
}
