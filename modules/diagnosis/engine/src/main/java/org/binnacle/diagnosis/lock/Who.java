package org.binnacle.diagnosis.lock;

/// One that waits or is waited for.
///
/// @param connectionId as KILL takes it; 0 for a transaction without a connection (a prepared XA
///   transaction, or one that the server recovered)
/// @param trxId of such a transaction; empty otherwise
public record Who(long connectionId, String trxId) implements Comparable<Who> {

  public static Who session(long connectionId) {
    return new Who(connectionId, "");
  }

  public static Who transaction(String trxId) {
    return new Who(0, trxId);
  }

  /// A transaction of a connection, or one without.
  public static Who of(long connectionId, String trxId) {
    return connectionId > 0 ? session(connectionId) : transaction(trxId);
  }

  public boolean hasConnection() {
    return connectionId > 0;
  }

  @Override
  public int compareTo(Who other) {
    int byId = Long.compare(connectionId, other.connectionId);
    return byId != 0 ? byId : trxId.compareTo(other.trxId);
  }

  /// `#4711`, or `trx 42342` where there is no connection.
  public String words() {
    return hasConnection() ? "#" + connectionId : "trx " + trxId;
  }
}
