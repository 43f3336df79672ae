package org.binnacle.explain.view.plan;

import javafx.scene.layout.Region;
import org.binnacle.fxkit.FxThread;

/// Gives a table its height a few rows a pulse when it is first shown. A screenful of rows made at
/// once, with their cells and looks, took 50 ms of one pulse; what is made stays.
final class Unrolled extends Region {
  /// About five rows.
  private static final double STEP = 130;

  private final Region table;
  private final Runnable whole;
  private double grown;
  private boolean done;

  /// @param whole told once, when the table has its height
  Unrolled(Region table, Runnable whole) {
    this.table = table;
    this.whole = whole;
    getChildren().add(table);
  }

  /// Whether the table has its height.
  boolean done() {
    return done;
  }

  @Override
  protected void layoutChildren() {
    double full = getHeight();
    if (!done && full > 0) {
      grown = Math.min(full, grown + STEP);
      FxThread.later(grown < full ? this::requestLayout : this::end);
    }
    table.resizeRelocate(0, 0, getWidth(), done ? full : grown);
  }

  private void end() {
    if (!done) {
      done = true;
      requestLayout();
      whole.run();
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return table.prefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return table.prefHeight(width);
  }
}
