package org.binnacle.fxkit;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Tips that are made when the mouse first comes. A `Tooltip` has a scene and a window of its own
/// (about 1 ms each, measured where a plan opens); a screen with forty of them opened so much
/// later.
public final class Tips {
  private static final Object WORDS = Tips.class;

  private Tips() {}

  /// Gives a control a tip, or other words for the one that it has.
  public static void put(Control control, String words) {
    boolean waits = control.getProperties().containsKey(WORDS);
    control.setAccessibleHelp(words);
    if (control.getTooltip() != null) {
      control.getTooltip().setText(words);
      return;
    }
    control.getProperties().put(WORDS, words);
    if (!waits) {
      control.addEventHandler(MouseEvent.MOUSE_ENTERED, new First(control));
    }
  }

  /// Makes the tip before the mouse moves on, which is what shows it.
  private record First(Control control) implements EventHandler<MouseEvent> {
    @Override
    public void handle(MouseEvent event) {
      control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
      if (control.getProperties().remove(WORDS) instanceof String words
          && control.getTooltip() == null) {
        control.setTooltip(new Tooltip(words));
      }
    }
  }
}
