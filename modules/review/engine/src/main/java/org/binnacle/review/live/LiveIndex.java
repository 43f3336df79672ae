package org.binnacle.review.live;

import java.util.List;
import java.util.OptionalLong;

/// An index as a server's statistics describe it.
///
/// @param columns an expression is its text
/// @param cardinality distinct values of all its parts together
/// @param reads rows read by it since the server started; empty where nobody counts
public record LiveIndex(
    String name,
    boolean unique,
    List<String> columns,
    OptionalLong cardinality,
    OptionalLong reads) {

  public LiveIndex {
    columns = List.copyOf(columns);
  }

  public boolean primary() {
    return name.equals("PRIMARY");
  }
}
