package org.binnacle.diagnosis.health;

import java.util.Set;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.SqlFaults;

/// What a failed look says of the server.
final class Misses {
  /// Nobody answers there. What is refused, such as a login, is our trouble and not the server's:
  /// we then know nothing of it.
  private static final Set<String> SILENT =
      Set.of(
          ConnectFaults.TIMEOUT.id(),
          ConnectFaults.REFUSED.id(),
          ConnectFaults.LOST.id(),
          ConnectFaults.NOT_MYSQL.id());

  private Misses() {}

  static boolean silent(Fault fault) {
    return SILENT.contains(fault.code().id());
  }

  /// No place for another connection, even for us.
  static boolean full(Fault fault) {
    return fault.code().equals(ConnectFaults.TOO_MANY);
  }

  /// It is there, but does not answer within the limit of our statements.
  static boolean slow(Fault fault) {
    return fault.code().equals(SqlFaults.TIME_LIMIT);
  }
}
