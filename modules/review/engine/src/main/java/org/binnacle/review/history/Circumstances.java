package org.binnacle.review.history;

import org.binnacle.review.origin.Origins;
import org.binnacle.review.set.RuleSet;
import org.binnacle.sql.parse.Target;

/// Under which a report came to be.
///
/// @param origins projects and authors of its files
public record Circumstances(KeptRun.Origin origin, RuleSet set, Target target, Origins origins) {}
