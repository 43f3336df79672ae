package org.binnacle.fxkit.query;

/// What is wrong with a query, and where.
///
/// @param from index of the first wrong character
/// @param to index behind the last wrong character
public record Mistake(int from, int to, String words) {}
