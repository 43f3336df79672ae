package org.binnacle.explain.advice;

import java.time.Duration;
import java.util.List;
import org.binnacle.explain.live.Explained;

/// What came of a trial.
///
/// @param before the plan without any candidate
/// @param tries one for each candidate, in their order
/// @param notes sentences for the user
/// @param left statements that take back what the trial could not; empty where nothing is left
public record TrialResult(
    Explained before, List<Try> tries, List<String> notes, List<String> left) {
  public TrialResult {
    tries = List.copyOf(tries);
    notes = List.copyOf(notes);
    left = List.copyOf(left);
  }

  /// One candidate tried.
  ///
  /// @param used whether the plan with the index uses it
  /// @param built how long the server took to make the index
  public record Try(Candidate candidate, Explained after, boolean used, Duration built) {}
}
