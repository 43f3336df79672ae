package org.binnacle.explain.compare;

import java.util.OptionalDouble;

/// A number before and after; each may be missing.
public record Delta(OptionalDouble before, OptionalDouble after) {

  /// After less before, where both are known.
  public OptionalDouble difference() {
    return before.isPresent() && after.isPresent()
        ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble())
        : OptionalDouble.empty();
  }
}
