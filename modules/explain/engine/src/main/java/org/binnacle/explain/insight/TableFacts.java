package org.binnacle.explain.insight;

import java.util.OptionalLong;
import java.util.Set;

/// What is known of a table beside the plan.
///
/// @param rows its rows, as statistics tell
/// @param engine its storage engine; empty where it is not known
/// @param partitions how many partitions it has; 0 for none or not known
/// @param textColumns columns of a text type
public record TableFacts(
    OptionalLong rows, String engine, int partitions, Set<String> textColumns) {
  public TableFacts {
    textColumns = Set.copyOf(textColumns);
  }
}
