package org.binnacle.review.statistics;

import org.binnacle.review.Level;

/// How often a rule finds something.
///
/// @param found findings that were seen, those of the baseline left out
/// @param open that are still there and count
/// @param fixed that a later run did not see any more
/// @param suppressed by comments
/// @param files in which they are
/// @param share of all findings, 0 to 1
public record RuleCount(
    String rule,
    Level level,
    int found,
    int open,
    int fixed,
    int suppressed,
    int files,
    double share) {

  /// How many of those that were found are suppressed, 0 to 1: many are a sign that the rule is
  /// wrong about this code.
  public double suppressionRate() {
    return found == 0 ? 0 : (double) suppressed / found;
  }
}
