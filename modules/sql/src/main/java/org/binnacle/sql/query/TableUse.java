package org.binnacle.sql.query;

import java.util.Optional;
import org.binnacle.sql.Span;

/// A table as a statement names it.
///
/// @param alias empty where it has none
/// @param schema empty where it has none
/// @param derived whether it is a subquery, a CTE or a function in place of a table
public record TableUse(
    String schema, String name, String alias, boolean derived, Optional<Span> span) {

  /// How columns call it.
  public String called() {
    return alias.isEmpty() ? name : alias;
  }
}
