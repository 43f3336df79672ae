package org.binnacle.diagnosis.session;

/// The statement of a thread: the running one, or the last one where it has ended. Counters that a
/// server does not tell are -1.
///
/// @param eventId names the statement on its thread; 0 where the server does not tell. On MariaDB
///   without performance_schema it is the query id
/// @param digest the server's, or one computed here from the text; empty for none
/// @param ended the counters are those of the last statement, which has ended
public record Work(
    long eventId,
    String digest,
    long lockTimeUs,
    long rowsExamined,
    long rowsSent,
    long rowsAffected,
    long tmpDiskTables,
    boolean noIndex,
    boolean ended) {

  /// Where the server tells nothing.
  public static final Work NONE = new Work(0, "", -1, -1, -1, -1, -1, false, false);
}
