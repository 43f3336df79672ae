package org.binnacle.review;

import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.TableName;

/// An index that a statement defines.
///
/// @param onExisting whether the table was there before
public record NewIndex(TableName table, IndexDef index, boolean onExisting) {

  /// `orders.idx_customer`
  public String object() {
    return table.name() + "." + index.shown();
  }
}
