package org.binnacle.explain;

import java.util.List;
import java.util.OptionalInt;

/// How an index is used.
///
/// @param name the index; for an index merge the server's expression, such as `union(a,b)`
/// @param parts the key parts that are used, where the plan tells them
/// @param covering all columns come from the index
/// @param reverse read from its end to its beginning
/// @param keyBytes bytes of the key that are used
public record IndexUse(
    String name, List<String> parts, boolean covering, boolean reverse, OptionalInt keyBytes) {
  public IndexUse {
    parts = List.copyOf(parts);
  }
}
