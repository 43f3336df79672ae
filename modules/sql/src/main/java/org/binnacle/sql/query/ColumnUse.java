package org.binnacle.sql.query;

import java.util.Optional;
import org.binnacle.sql.Span;

/// A column as a statement names it.
///
/// @param table the table or alias before the dot; empty where there is none
public record ColumnUse(String table, String name, Optional<Span> span) {}
