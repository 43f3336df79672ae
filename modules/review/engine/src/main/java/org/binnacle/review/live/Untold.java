package org.binnacle.review.live;

import org.binnacle.kernel.Fault;

/// What a server did not tell of a table.
///
/// @param why in its own words
/// @param ours whether the question was wrong, not the account or the moment
public record Untold(LiveTable.Fact fact, String why, boolean ours) {

  /// @param fault that the question ended with
  public static Untold of(LiveTable.Fact fact, Fault fault) {
    return new Untold(fact, words(fault), Unanswered.isOurs(fault));
  }

  static String words(Fault fault) {
    return fault.detail().isBlank() ? fault.code().id() : fault.detail();
  }
}
