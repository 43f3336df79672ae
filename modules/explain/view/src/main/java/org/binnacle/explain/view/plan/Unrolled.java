package org.binnacle.explain.view.plan;

import java.util.function.DoubleConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.binnacle.fxkit.FxThread;

/// Gives a table its height a few rows an event when it is first shown. A screenful of rows made at
/// once, with their cells and looks, took 50 ms of one pulse; what is made stays.
final class Unrolled extends Region {
  /// Two rows.
  private static final double STEP = 52;

  /// The head and a row.
  private static final double FIRST = 60;

  private final Label letters = new Label();
  private final Region table;
  private final Runnable whole;
  private double grown;
  private boolean begun;
  private boolean done;

  /// @param whole told once, when the table has its height
  Unrolled(Region table, Runnable whole) {
    this.table = table;
    this.whole = whole;
    letters.setManaged(false);
    letters.setVisible(false);
    getChildren().addAll(table, letters);
  }

  /// Told the height of the letters, px, when the sheets say another; widths of columns follow it.
  void onLetters(DoubleConsumer told) {
    letters.fontProperty().addListener((seen, was, is) -> told.accept(is.getSize()));
  }

  /// The table has rows from now on. Before, it has room for its head.
  void begin() {
    begun = true;
    requestLayout();
  }

  /// Whether the table has its height.
  boolean done() {
    return done;
  }

  @Override
  protected void layoutChildren() {
    double full = getHeight();
    if (!begun) {
      grown = Math.min(full, FIRST);
    } else if (!done && full > 0) {
      grown = Math.min(full, grown + STEP);
      FxThread.later(grown < full ? this::grow : this::end);
    }
    table.resizeRelocate(0, 0, getWidth(), done ? full : grown);
  }

  /// Makes the next rows in this event, not in the pulse that is due.
  private void grow() {
    requestLayout();
    if (getScene() != null) {
      getScene().getRoot().layout();
    }
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
