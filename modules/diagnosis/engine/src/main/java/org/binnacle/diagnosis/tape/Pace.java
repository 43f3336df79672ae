package org.binnacle.diagnosis.tape;

import java.time.Duration;
import java.util.OptionalLong;

/// Lets one look pass in a time. Rounds tell all instances after each answer of one, and a record
/// of twenty would else hold each answer twenty times. Not safe for several threads.
final class Pace {
  private final long everyNs;
  private OptionalLong passed = OptionalLong.empty();

  /// @param every rounds may come a tenth early
  Pace(Duration every) {
    everyNs = every.toNanos() / 10 * 9;
  }

  /// @param ns now, by System.nanoTime
  boolean due(long ns) {
    if (passed.isPresent() && ns - passed.getAsLong() < everyNs) {
      return false;
    }
    passed = OptionalLong.of(ns);
    return true;
  }
}
