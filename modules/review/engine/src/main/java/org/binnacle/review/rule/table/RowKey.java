package org.binnacle.review.rule.table;

import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.IndexDef;

/// What tells the rows of a table from each other.
final class RowKey {
  private RowKey() {}

  /// A primary key, or a unique one without NULL, which the server takes in its place.
  static boolean has(Table table) {
    return table.indexes().stream()
        .anyMatch(
            i ->
                i.kind() == IndexDef.Kind.PRIMARY
                    || (i.kind() == IndexDef.Kind.UNIQUE
                        && i.parts().stream()
                            .allMatch(
                                p ->
                                    p.isColumn()
                                        && p.prefix().isEmpty()
                                        && table
                                            .column(p.column())
                                            .filter(c -> !c.isNullable())
                                            .map(ColumnDef::name)
                                            .isPresent())));
  }
}
