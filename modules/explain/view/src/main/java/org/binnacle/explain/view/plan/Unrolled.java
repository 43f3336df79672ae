package org.binnacle.explain.view.plan;

import java.util.function.DoubleConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.binnacle.fxkit.FxThread;

/// Gives a table its height a row an event when it is first shown. A screenful of rows made at
/// once, with their cells and looks, took 50 ms of one pulse; what is made stays.
final class Unrolled extends Region {
  /// A row.
  private static final double STEP = 26;

  /// The head and a row.
  private static final double FIRST = 60;

  private final Label letters = new Label();
  private final Region table;
  private final Runnable whole;
  private double grown = FIRST;
  private boolean begun;
  private boolean growing;
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
    if (begun && !done && full > 0 && !growing) {
      growing = true;
      FxThread.later(this::grow);
    }
    table.resizeRelocate(0, 0, getWidth(), done ? full : Math.min(full, grown));
  }

  /// Makes the next rows in this event, not in the pulse that is due. Only here it grows: whatever
  /// lays out the window meanwhile would otherwise make rows too, all in one pulse.
  private void grow() {
    if (getScene() == null) {
      growing = false;
      return;
    }
    grown += STEP;
    boolean all = grown >= getHeight();
    if (all) {
      done = true;
    }
    requestLayout();
    getScene().getRoot().layout();
    FxThread.later(all ? whole : this::grow);
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
