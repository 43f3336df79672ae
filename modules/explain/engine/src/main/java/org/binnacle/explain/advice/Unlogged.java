package org.binnacle.explain.advice;

import java.util.List;
import java.util.Optional;
import org.binnacle.explain.live.ExplainFaults;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;

/// Keeps a trial out of the binary log. What is logged on a source is done on all replicas; what is
/// logged on a replica is an errant transaction there.
final class Unlogged {
  private Unlogged() {}

  /// @return a note where the account may not leave the log out
  static Optional<String> where(Session session) {
    if (!logs(session)) {
      return Optional.empty();
    }
    try {
      session.arrange("SET SESSION sql_log_bin = 0");
      return Optional.empty();
    } catch (Fault fault) {
      if (!fault.code().equals(SqlFaults.PRIVILEGE)) {
        throw fault;
      }
      return Optional.of(
          "the trial is in the binary log, since this account may not set sql_log_bin");
    }
  }

  /// @throws Fault with {@link ExplainFaults#LOGGED} where the account may not leave the log out
  static void surely(Session session) {
    if (where(session).isPresent()) {
      throw new Fault(ExplainFaults.LOGGED, session.server().ref().name());
    }
  }

  private static boolean logs(Session session) {
    List<Long> on = session.query("SELECT @@log_bin AS bin", row -> row.number("bin", 0));
    return !on.isEmpty() && on.getFirst() != 0;
  }
}
