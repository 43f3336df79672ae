package org.binnacle.explain.schema;

import java.util.List;

/// A foreign key.
///
/// @param name of the constraint
/// @param schema of the table that has it
/// @param table the table that has it
/// @param columns its columns there
/// @param toSchema of the table that it points to
/// @param toTable the table that it points to
/// @param toColumns the columns there
public record Reference(
    String name,
    String schema,
    String table,
    List<String> columns,
    String toSchema,
    String toTable,
    List<String> toColumns) {

  public Reference {
    columns = List.copyOf(columns);
    toColumns = List.copyOf(toColumns);
  }
}
