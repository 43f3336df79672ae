package org.binnacle.sql.ddl;

import java.util.List;
import java.util.Optional;
import org.binnacle.sql.Span;

/// A foreign key as it is defined.
///
/// @param onDelete such as `CASCADE`, in upper case
public record ForeignKeyDef(
    Optional<String> name,
    Span nameSpan,
    List<String> columns,
    TableName target,
    List<String> targetColumns,
    Optional<String> onDelete,
    Optional<String> onUpdate,
    Span span) {

  public ForeignKeyDef {
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
  }
}
