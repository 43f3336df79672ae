package org.binnacle.review.report;

import java.util.Optional;
import org.binnacle.review.Need;

/// A rule that is on and could not run.
///
/// @param why what the server that was asked said in place of an answer, in its own words; empty
///   where nobody was asked
public record NotRun(String rule, Need needs, Optional<String> why) {

  public NotRun(String rule, Need needs) {
    this(rule, needs, Optional.empty());
  }
}
