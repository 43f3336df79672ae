package org.binnacle.review.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A finding from the run that saw it first to the one that did not see it any more. One that comes
/// back begins a new life.
///
/// @param id of the store; 0 before it is kept
/// @param path in its project
/// @param seen as it was seen last
/// @param times how many runs saw it
/// @param fixed when a run in which its rule ran did not see it any more
public record Life(
    long id,
    String project,
    String path,
    Seen seen,
    Instant first,
    Instant last,
    int times,
    Optional<Instant> fixed) {

  public String rule() {
    return seen.mark().rule();
  }

  /// From the first run that saw it to the one that did not; nothing while it lives.
  public Optional<Duration> length() {
    return fixed.map(at -> Duration.between(first, at));
  }
}
