package org.binnacle.review.live;

/// Values counted among rows of a table.
///
/// @param rows that were looked at
/// @param values distinct ones among them, NULL not counted
public record Distinct(long rows, long values) {}
