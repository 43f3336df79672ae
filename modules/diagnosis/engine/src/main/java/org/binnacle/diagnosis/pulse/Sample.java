package org.binnacle.diagnosis.pulse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.mysql.pulse.Pulse;

/// One answered look.
///
/// @param midNanos the middle between question and answer on this machine's steady clock
/// @param took the round trip
/// @param beats the heartbeat table that was to be asked; empty where none is named
/// @param cost how long the server worked; nought where it was not timed
record Sample(
    Pulse pulse,
    String version,
    Instant at,
    long midNanos,
    Duration took,
    Duration cost,
    boolean throttled,
    List<Vitals.Denied> denied,
    String beats) {

  Sample costing(Duration told) {
    return new Sample(pulse, version, at, midNanos, took, told, throttled, denied, beats);
  }
}
