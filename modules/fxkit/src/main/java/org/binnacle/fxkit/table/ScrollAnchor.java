package org.binnacle.fxkit.table;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// Where a table is scrolled to: the row at the top and how much of it is hidden. At the very top
/// it stays at the very top, whatever rows come there.
record ScrollAnchor(int index, double offset) {

  static @Nullable ScrollAnchor of(TableView<?> table) {
    VirtualFlow<?> flow = flow(table);
    if (flow == null) {
      return null;
    }
    // Where two refreshes come between two pulses, the cells still lie where they lay before the
    // first of them.
    table.layout();
    IndexedCell<?> first = flow.getFirstVisibleCell();
    if (first == null) {
      return null;
    }
    double offset = -first.getLayoutY();
    if (first.getIndex() == 0 && offset < 1) {
      return null;
    }
    // The flow may keep one more cell above the first that is seen.
    return offset > first.getHeight() - 0.5
        ? new ScrollAnchor(first.getIndex() + 1, offset - first.getHeight())
        : new ScrollAnchor(first.getIndex(), offset);
  }

  /// Puts the row at this index where the anchor's row was.
  void restore(TableView<?> table, int index) {
    VirtualFlow<?> flow = flow(table);
    if (flow != null) {
      flow.scrollToTop(index);
      flow.scrollPixels(offset);
    }
  }

  private static @Nullable VirtualFlow<?> flow(TableView<?> table) {
    return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
  }
}
