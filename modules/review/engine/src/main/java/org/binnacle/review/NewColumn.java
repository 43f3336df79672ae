package org.binnacle.review;

import java.util.Optional;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.TableName;

/// A column that a statement defines.
///
/// @param before as it was, where it is redefined and known
/// @param origin how it comes
public record NewColumn(
    TableName table, ColumnDef column, Optional<ColumnDef> before, Origin origin) {

  public enum Origin {
    CREATE,
    ADD,
    CHANGE,
    MODIFY
  }

  /// `orders.total`
  public String object() {
    return table.name() + "." + column.name();
  }

  /// Whether the table was there before.
  public boolean onExisting() {
    return origin != Origin.CREATE;
  }
}
