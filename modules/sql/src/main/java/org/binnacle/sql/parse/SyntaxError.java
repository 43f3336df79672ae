package org.binnacle.sql.parse;

import org.binnacle.sql.Span;

/// Where reading ended, and why.
///
/// @param span of the first token that cannot stand where it stands; empty at the end of the text
/// @param message in words of our own: what stands there and what could
public record SyntaxError(Span span, String message) {}
