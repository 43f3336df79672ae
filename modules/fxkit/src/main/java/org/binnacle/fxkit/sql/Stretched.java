package org.binnacle.fxkit.sql;

/// A stretch of the whole text, such as a statement.
///
/// @param from index of its first character
/// @param to index behind its last
public record Stretched(int from, int to) {}
