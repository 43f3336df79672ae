package org.binnacle.sql.query;

import java.util.List;
import java.util.Optional;
import org.binnacle.sql.Span;

/// What a query or write says.
///
/// @param written the tables that it changes
/// @param blocks the statement's own first, those nested in it behind
/// @param unions UNION, INTERSECT and EXCEPT of its blocks
/// @param set what UPDATE, or INSERT ... SET, gives values to; that of ON DUPLICATE KEY too
/// @param insert where it is an INSERT or REPLACE
public record Query(
    Verb verb,
    List<TableUse> written,
    List<Block> blocks,
    List<Union> unions,
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
  /// @param updates what ON DUPLICATE KEY UPDATE gives values to
  public record Insert(
      List<ColumnUse> columns,
      List<List<Operand>> rows,
      boolean select,
      boolean onDuplicate,
      boolean ignore,
      List<Assignment> updates) {
    public Insert {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      updates = List.copyOf(updates);
    }
  }

  public Query {
    written = List.copyOf(written);
    blocks = List.copyOf(blocks);
    unions = List.copyOf(unions);
    set = List.copyOf(set);
  }

  /// The block that a subquery, as one side of a condition, is; a UNION's first.
  public Optional<Block> subquery(Operand operand) {
    Span all = operand.span().orElse(null);
    return all == null
        ? Optional.empty()
        : blocks.stream()
            .filter(b -> b.depth() > 0 && b.span().filter(s -> within(s, all)).isPresent())
            .findFirst();
  }

  private static boolean within(Span inner, Span outer) {
    return inner.start() >= outer.start() && inner.end() <= outer.end();
  }

  public Optional<Block> own() {
    return blocks.stream().filter(b -> b.depth() == 0).findFirst();
  }
}
