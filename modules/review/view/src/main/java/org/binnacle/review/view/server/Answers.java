package org.binnacle.review.view.server;

import org.binnacle.kernel.InstanceRef;
import org.binnacle.review.live.LiveLimits;
import org.binnacle.review.live.Remembered;

/// What a server told a review, to look at the text with again while it is edited.
///
/// @param on what was chosen: whom to ask, which database, how much
public record Answers(InstanceRef instance, Remembered memory, On on) {

  /// What unqualified names are of; may be empty.
  public String database() {
    return on.database();
  }

  /// How much is asked.
  public LiveLimits limits() {
    return on.limits();
  }
}
