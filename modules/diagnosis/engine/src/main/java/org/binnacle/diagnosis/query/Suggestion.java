package org.binnacle.diagnosis.query;

/// One completion: `insert` replaces the characters from `from` to `to`.
public record Suggestion(String insert, int from, int to, String describes) {}
