package org.binnacle.sql.parse;

import java.util.Optional;
import org.binnacle.sql.Span;

/// An INSERT or REPLACE of many rows, of which the first was read by the grammar and the others by
/// their tokens.
///
/// @param rows in all
/// @param values in the first row
/// @param uneven the first row that has another number of values
/// @param read so much of the text holds the head and the first row
public record Bulk(int rows, int values, Optional<Span> uneven, int read) {}
