package org.binnacle.explain;

import java.util.List;
import java.util.Optional;

/// The conditions of a step in the server's words.
///
/// @param filter checked on each row
/// @param index checked inside the index before the row is read
/// @param lookup what the index or the join looks for
/// @param ranges the ranges of an index that are read
public record Conditions(
    Optional<String> filter, Optional<String> index, Optional<String> lookup, List<String> ranges) {
  public static final Conditions NONE =
      new Conditions(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public Conditions {
    ranges = List.copyOf(ranges);
  }
}
