package org.binnacle.fxkit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Keeps a label that changes many times a minute, such as a clock, at its right end. The box only
/// grows, so that a changed text costs the layout of the label and not that of the whole window.
public final class StillBox extends Region {
  private final Label label;
  private double widest;

  public StillBox(Label label) {
    this.label = label;
    // A node that is not managed is the root of its own layout.
    label.setManaged(false);
    getChildren().add(label);
  }

  /// To be called after the label has changed.
  public void fit() {
    FxThread.check();
    double wide = snapSizeX(label.prefWidth(-1));
    if (wide > widest) {
      widest = wide;
      requestLayout();
    }
    place(wide);
  }

  private void place(double wide) {
    double high = snapSizeY(label.prefHeight(-1));
    double x = snapPositionX(getWidth() - wide);
    label.resizeRelocate(x, snapPositionY((getHeight() - high) / 2), wide, high);
  }

  @Override
  protected void layoutChildren() {
    place(snapSizeX(label.prefWidth(-1)));
  }

  @Override
  protected double computePrefWidth(double height) {
    widest = Math.max(widest, snapSizeX(label.prefWidth(-1)));
    return widest;
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return label.prefHeight(-1);
  }
}
