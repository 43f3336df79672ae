package org.binnacle.explain.view.plan;

import java.util.List;
import org.binnacle.fxkit.FxThread;

/// Work of the FX thread cut into parts, each in an event of its own: a pulse that is due comes
/// between them, so that a screen that opens holds up no other. On the FX thread.
final class Turns {
  private long asked;

  /// Does the first part now and the others one after the other; what is left of an earlier list is
  /// dropped.
  void begin(List<Runnable> parts) {
    FxThread.check();
    asked++;
    turn(asked, parts, 0);
  }

  private void turn(long number, List<Runnable> parts, int at) {
    if (number == asked && at < parts.size()) {
      parts.get(at).run();
      FxThread.later(() -> turn(number, parts, at + 1));
    }
  }

  /// Drops what is left.
  void drop() {
    asked++;
  }
}
