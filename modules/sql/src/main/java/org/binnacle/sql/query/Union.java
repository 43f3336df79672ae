package org.binnacle.sql.query;

import java.util.List;
import java.util.Optional;
import org.binnacle.sql.Span;

/// SELECTs put together by UNION, INTERSECT or EXCEPT.
///
/// @param parts numbers of the blocks, in order; of a part in brackets that is a union itself the
///   first; the last part's ORDER BY and LIMIT are the union's where it stands without brackets
/// @param operators one fewer than parts
public record Union(
    Block.Place place,
    int depth,
    List<Integer> parts,
    List<Operator> operators,
    List<Block.Order> orderBy,
    Optional<Operand> limit,
    Optional<Span> span) {

  /// @param word UNION, INTERSECT or EXCEPT
  /// @param all whether ALL stands behind it
  /// @param distinct whether DISTINCT does
  /// @param span of the word
  public record Operator(String word, boolean all, boolean distinct, Optional<Span> span) {}

  public Union {
    parts = List.copyOf(parts);
    operators = List.copyOf(operators);
    orderBy = List.copyOf(orderBy);
  }
}
