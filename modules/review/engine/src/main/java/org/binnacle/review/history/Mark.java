package org.binnacle.review.history;

/// What makes a finding the same in the next run, wherever its line has moved to.
///
/// @param fingerprint of the statement, the same for other values; empty for statements of
///   megabytes
/// @param object what it is about; empty for none
public record Mark(String rule, String fingerprint, String object) {}
