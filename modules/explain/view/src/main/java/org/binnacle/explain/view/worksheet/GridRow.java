package org.binnacle.explain.view.worksheet;

import java.util.List;
import org.binnacle.explain.worksheet.Cell;

/// A row of a grid: its number, and its cells once they are read.
///
/// @param number from 0
/// @param cells empty while they are being read
record GridRow(long number, List<Cell> cells) {

  /// The cell of a column; nothing where the row has none there or is not read yet.
  Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.MISSING;
  }
}
