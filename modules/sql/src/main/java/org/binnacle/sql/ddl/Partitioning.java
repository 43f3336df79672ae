package org.binnacle.sql.ddl;

import java.util.List;
import org.binnacle.sql.Span;

/// How a table is cut into partitions.
///
/// @param method RANGE, LIST, HASH or KEY
/// @param columns that its function names; for an expression all names in it
/// @param count of the partitions written, or of PARTITIONS n
/// @param maxvalue whether a RANGE ends in MAXVALUE
public record Partitioning(
    String method, List<String> columns, int count, boolean maxvalue, Span span) {

  public Partitioning {
    columns = List.copyOf(columns);
  }
}
