package org.binnacle.review.live;

/// A transaction that is open on the server that is asked.
///
/// @param thread its connection
/// @param certain whether it holds a lock on the table; else it is only old enough to
/// @param doing its statement, shortened; empty for none
public record OpenTransaction(long thread, String user, long ageS, boolean certain, String doing) {}
