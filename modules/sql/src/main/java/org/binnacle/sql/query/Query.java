package org.binnacle.sql.query;

import java.util.List;
import java.util.Optional;

/// What a query or write says.
///
/// @param written the tables that it changes
/// @param blocks the statement's own first, those nested in it behind
/// @param set what UPDATE, or INSERT ... SET, gives values to; that of ON DUPLICATE KEY too
/// @param insert where it is an INSERT or REPLACE
public record Query(
    Verb verb,
    List<TableUse> written,
    List<Block> blocks,
    List<Assignment> set,
    Optional<Insert> insert) {

  public enum Verb {
    SELECT,
    INSERT,
    REPLACE,
    UPDATE,
    DELETE
  }

  /// @param value what the column gets
  public record Assignment(ColumnUse column, Operand value) {}

  /// @param columns of its list; empty where it has none
  /// @param rows of VALUES; empty for INSERT ... SELECT and SET
  public record Insert(
      List<ColumnUse> columns,
      List<List<Operand>> rows,
      boolean select,
      boolean onDuplicate,
      boolean ignore) {
    public Insert {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  public Query {
    written = List.copyOf(written);
    blocks = List.copyOf(blocks);
    set = List.copyOf(set);
  }

  public Optional<Block> own() {
    return blocks.stream().filter(b -> b.depth() == 0).findFirst();
  }
}
