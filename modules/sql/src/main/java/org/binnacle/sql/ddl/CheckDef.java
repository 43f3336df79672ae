package org.binnacle.sql.ddl;

import java.util.Optional;
import org.binnacle.sql.Span;

/// A CHECK as it is defined.
///
/// @param expression with its brackets
public record CheckDef(Optional<String> name, String expression, boolean enforced, Span span) {}
