package org.binnacle.explain.schema;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// An index of a table.
///
/// @param type BTREE, FULLTEXT, SPATIAL, HASH
/// @param visible false where the optimizer is told to leave it out (INVISIBLE, IGNORED)
/// @param parts in their order
public record IndexInfo(
    String name, boolean unique, String type, boolean visible, List<Part> parts) {

  public IndexInfo {
    parts = List.copyOf(parts);
  }

  /// A part of an index.
  ///
  /// @param column empty for an expression
  /// @param expression empty for a column
  /// @param prefix the indexed characters or bytes, where not the whole column is
  /// @param cardinality distinct values of this part together with those before it, as statistics
  ///   tell
  public record Part(
      String column,
      Optional<String> expression,
      OptionalLong prefix,
      boolean descending,
      OptionalLong cardinality) {}

  public boolean primary() {
    return name.equals("PRIMARY");
  }

  /// The columns in their order; an expression is its text.
  public List<String> columns() {
    return parts.stream().map(part -> part.expression().orElse(part.column())).toList();
  }
}
