package org.binnacle.inventory.view;

import javafx.scene.Node;
import org.binnacle.fxkit.sheet.ErrorSheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// Takes the inventory's last change back, from a toast.
final class Undo {
  private Undo() {}

  static void run(FleetSheets.Ports ports, Node anywhere) {
    var work = new Work();
    work.run(
        ports.inventory()::undo,
        outcome -> {
          work.close();
          switch (outcome) {
            case Outcome.Ok<String> ok ->
                Toasts.show(anywhere, Severity.OK, "Undone: " + ok.value());
            case Outcome.Failed<String> failed ->
                ErrorSheet.open(anywhere, failed.fault(), ports.words());
          }
        });
  }
}
