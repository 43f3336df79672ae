package org.binnacle.review;

import org.binnacle.sql.Span;

/// A change of a statement's text.
public record Edit(Span span, String replacement) {}
