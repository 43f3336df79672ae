package org.binnacle.diagnosis.kill;

import org.binnacle.diagnosis.session.ProcessRow;

/// What somebody wants killed, as far as he knows it.
///
/// @param id the connection id
/// @param threadId the thread seen; 0 for whatever has this id now
/// @param eventId the statement seen; 0 for whatever runs now
public record Target(long id, long threadId, long eventId) {

  /// Exactly what a row showed.
  public static Target of(ProcessRow row) {
    return new Target(row.id(), row.threadId(), row.work().ended() ? 0 : row.work().eventId());
  }

  public static Target of(long id) {
    return new Target(id, 0, 0);
  }
}
