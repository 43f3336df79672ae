package org.binnacle.explain.worksheet;

import java.util.List;

/// Rows under columns that can be paged.
public interface Rows {

  List<Head> columns();

  long rows();

  /// Some rows from one on; fewer at the end. A row may have fewer cells than there are columns.
  List<List<Cell>> page(long from, int count);
}
