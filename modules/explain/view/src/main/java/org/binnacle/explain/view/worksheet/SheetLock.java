package org.binnacle.explain.view.worksheet;

import javafx.scene.layout.BorderPane;
import org.binnacle.explain.worksheet.Arming;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.theme.States;
import org.binnacle.kernel.Severity;

/// Whether a worksheet may write: read only until it is armed, for the instances of that moment. On
/// the FX thread.
final class SheetLock {
  private final BorderPane root;
  private final SheetBar bar;
  private final MessageBar message;
  private Arming arming = Arming.readOnly();

  /// @param root told apart while the worksheet is armed
  SheetLock(BorderPane root, SheetBar bar, MessageBar message) {
    this.root = root;
    this.bar = bar;
    this.message = message;
  }

  Arming arming() {
    return arming;
  }

  /// Arms, after asking, or locks.
  void turn() {
    bar.armed(arming.writes());
    if (arming.writes()) {
      arm(Arming.readOnly());
    } else if (bar.chosen().isEmpty()) {
      message.show(Severity.NOTICE, "Choose an instance first.");
    } else {
      ArmingSheet.open(root, bar.chosen(), this::arm);
    }
  }

  /// The instances are others: what was armed for those of before is locked again.
  void moved() {
    if (arming.writes()) {
      arm(Arming.readOnly());
      message.show(Severity.NOTICE, "Locked again: the instances have changed.");
    }
  }

  private void arm(Arming now) {
    arming = now;
    bar.armed(now.writes());
    States.set(root, States.CRITICAL, now.writes());
  }
}
