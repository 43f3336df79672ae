package org.binnacle.review.report;

import org.binnacle.review.Need;

/// A rule that is on and could not run.
public record NotRun(String rule, Need needs) {}
