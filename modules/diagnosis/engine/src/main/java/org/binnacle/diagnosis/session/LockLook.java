package org.binnacle.diagnosis.session;

import java.util.List;
import org.binnacle.mysql.Session;

/// Tells of the rows of a process list who waits for whom.
public interface LockLook {

  /// Asks nothing; the rows come back as they are.
  LockLook NONE = (session, rows) -> rows;

  /// @param rows of one look; where none of them waits for a lock no question is asked
  /// @return the same rows with their {@link Blocking}, and behind them those that are waited for
  ///   and were not among them
  List<ProcessRow> onto(Session session, List<ProcessRow> rows);
}
