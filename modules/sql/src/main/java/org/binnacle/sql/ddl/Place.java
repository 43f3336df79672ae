package org.binnacle.sql.ddl;

import java.util.Optional;
import org.binnacle.sql.Span;

/// FIRST, or AFTER a column.
///
/// @param after empty for FIRST
public record Place(Optional<String> after, Span span) {}
