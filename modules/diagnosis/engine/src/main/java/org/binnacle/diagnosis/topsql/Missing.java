package org.binnacle.diagnosis.topsql;

/// Why a server tells no digests, and what would make it.
///
/// @param words such as `performance_schema is off on this server.`
/// @param remedy a setting or a whole GRANT
public record Missing(String words, String remedy) {}
