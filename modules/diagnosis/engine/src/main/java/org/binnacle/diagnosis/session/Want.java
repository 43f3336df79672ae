package org.binnacle.diagnosis.session;

/// What a look at the process list asks of the server.
///
/// @param idle whether threads that only sleep are read too; idle transactions always are
/// @param limit rows at most, longest first
/// @param sqlLength characters of each statement at most
public record Want(boolean idle, int limit, int sqlLength) {

  /// A repeating look: what is active, 2,000 rows, 512 characters.
  public static Want active() {
    return new Want(false, 2_000, 512);
  }

  public Want withIdle(boolean wanted) {
    return new Want(wanted, limit, sqlLength);
  }
}
