package org.binnacle.diagnosis.event;

import java.time.Instant;

/// Something that happened to an instance.
///
/// @param at when we saw it; of DDL when it began
/// @param words what happened, short, on one line; never a secret
public record Event(Instant at, EventKind kind, String words) {
  private static final int LONGEST = 200;

  public Event {
    String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    words = line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
