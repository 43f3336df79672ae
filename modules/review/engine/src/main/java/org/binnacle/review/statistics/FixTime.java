package org.binnacle.review.statistics;

import java.time.Duration;
import java.util.Optional;

/// How long findings of a rule live.
///
/// @param rule its id; empty for all rules together
/// @param median of those that were fixed, from the first run that saw one to the first that did
///   not
/// @param slowest nine in ten were fixed within it
/// @param open that still count
/// @param openAge median age of these
public record FixTime(
    String rule,
    int fixed,
    Optional<Duration> median,
    Optional<Duration> slowest,
    int open,
    Optional<Duration> openAge) {}
