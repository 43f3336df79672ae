package org.binnacle.diagnosis.lock;

/// A statement that a session has run before.
///
/// @param sql its first 512 characters; empty where the server kept none
/// @param tookUs -1 where it is not known (a recording keeps the text only)
/// @param rowsAffected -1 where the server does not tell
/// @param agoUs since it ended; -1 where the server does not tell
public record PastStatement(long eventId, String sql, long tookUs, long rowsAffected, long agoUs) {}
