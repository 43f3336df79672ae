package org.binnacle.explain.schema;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A table as a server describes it.
///
/// @param rows as statistics estimate them
/// @param dataBytes size of the rows; for InnoDB of the clustered index
/// @param indexBytes size of the other indexes
/// @param partitions how many it has; 0 for none
/// @param ddl SHOW CREATE TABLE; empty where the account may not see it
public record TableInfo(
    String schema,
    String name,
    String engine,
    OptionalLong rows,
    OptionalLong dataBytes,
    OptionalLong indexBytes,
    int partitions,
    List<ColumnInfo> columns,
    List<IndexInfo> indexes,
    String ddl) {

  public TableInfo {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
  }

  public Optional<IndexInfo> primaryKey() {
    return indexes.stream().filter(IndexInfo::primary).findFirst();
  }

  public Optional<ColumnInfo> column(String wanted) {
    return columns.stream().filter(column -> column.name().equalsIgnoreCase(wanted)).findFirst();
  }
}
