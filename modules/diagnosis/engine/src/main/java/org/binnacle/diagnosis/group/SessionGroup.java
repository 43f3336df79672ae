package org.binnacle.diagnosis.group;

/// Sessions that have one value in common.
///
/// @param value theirs; empty where they have none
/// @param words the value as people read it: `(no database)` where there is none
/// @param term what finds exactly them in the query bar, such as `user:app`
/// @param maxUs the longest time in a command
/// @param sumUs all their times together
/// @param sql the beginning of a statement of the longest of them; empty where none runs
public record SessionGroup(
    String value,
    String words,
    String term,
    long count,
    long active,
    long blocked,
    long idleInTrx,
    long maxUs,
    long sumUs,
    String sql) {}
