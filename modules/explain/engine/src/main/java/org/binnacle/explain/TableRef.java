package org.binnacle.explain;

import java.util.Optional;

/// A table as a plan names it.
///
/// @param schema where the plan tells it
/// @param name the alias where there is one, else the table's name; names in angle brackets are the
///   server's temporary tables (`<derived2>`, `<temporary>`, `<union1,2>`)
/// @param base the base table behind an alias, where the plan tells it
public record TableRef(Optional<String> schema, String name, Optional<String> base) {

  public static TableRef named(String name) {
    return new TableRef(Optional.empty(), name, Optional.empty());
  }

  /// Whether it is a temporary table of the server's own.
  public boolean internal() {
    return name.startsWith("<");
  }
}
