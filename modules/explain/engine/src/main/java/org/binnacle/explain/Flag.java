package org.binnacle.explain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// A mark of a step that the formats spell in different ways.
public enum Flag {
  USING_WHERE,
  INDEX_CONDITION,
  JOIN_BUFFER,
  MULTI_RANGE_READ,
  BACKWARD_SCAN,
  FILESORT,
  TEMPORARY,
  NOT_EXISTS,
  DISTINCT,
  FIRST_MATCH,
  LOOSE_SCAN,
  FULL_SCAN_ON_NULL_KEY,
  /// The index is chosen anew for each row of the outer table.
  REPLANNED,
  RECURSIVE,
  DEPENDENT,
  UNCACHEABLE,
  /// The temporary table is made again when a row of another table changes.
  INVALIDATED,
  PRIORITY_QUEUE,
  ROLLUP,
  SECONDARY_ENGINE,
  ROWID_FILTER,
  /// Printed in full at another place of the same plan.
  PRINTED_ELSEWHERE;

  /// The flag as users read it.
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static Set<Flag> ordered(Set<Flag> flags) {
    return flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
  }
}
