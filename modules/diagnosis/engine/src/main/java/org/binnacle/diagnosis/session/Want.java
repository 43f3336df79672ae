package org.binnacle.diagnosis.session;

/// What a look at the process list asks of the server.
///
/// @param idle whether threads that only sleep are read too; idle transactions always are
/// @param background whether daemons, binlog dumps and idle replica threads are read too
/// @param limit rows at most, longest first
/// @param sqlLength characters of each statement at most
public record Want(boolean idle, boolean background, int limit, int sqlLength) {

  /// A repeating look: what is active and the server's own few threads (to count them), 2,000 rows,
  /// 512 characters.
  public static Want active() {
    return new Want(false, true, 2_000, 512);
  }

  public Want withIdle(boolean wanted) {
    return new Want(wanted, background, limit, sqlLength);
  }
}
