package org.binnacle.review.fix;

import org.binnacle.review.Fix;

/// One entry of the quick-fix list.
///
/// @param kind how it is told apart from others
/// @param fix its edits are of the whole script's text
/// @param statement number of the first statement it changes, from 0
public record Offer(Kind kind, Fix fix, int statement) {

  public enum Kind {
    /// Puts the finding right.
    FIX,
    /// Makes another statement of it, to look before one leaps.
    LOOK,
    /// Leaves it and says so in a comment.
    IGNORE
  }

  public String title() {
    return fix.title();
  }

  /// The script with it done.
  public String on(String text) {
    return fix.on(text);
  }
}
