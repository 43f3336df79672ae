package org.binnacle.sql.query;

import java.util.List;

/// A table joined to those before it.
///
/// @param on its conditions
/// @param using its columns
public record Join(Type type, TableUse table, List<Predicate> on, List<String> using) {

  public enum Type {
    INNER,
    LEFT,
    RIGHT,
    CROSS,
    COMMA,
    NATURAL,
    STRAIGHT
  }

  public Join {
    on = List.copyOf(on);
    using = List.copyOf(using);
  }
}
