package org.binnacle.diagnosis.session;

/// What a thread is to somebody who looks for trouble.
public enum Kind {
  /// A client whose statement runs or waits.
  ACTIVE("active"),
  /// A client that sleeps inside an open transaction: it may hold locks and old row versions.
  IDLE_IN_TRX("idle in trx"),
  /// A client that sleeps and holds nothing.
  SLEEPING("sleeping"),
  /// A receiver, coordinator or worker of a replica that is at work.
  REPLICATION("replication"),
  /// A replica thread that waits for something to do.
  REPLICATION_IDLE("replication idle"),
  /// Sends the binlog to a replica or a reader.
  BINLOG_DUMP("binlog dump"),
  /// A thread of the server itself.
  DAEMON("daemon"),
  /// A connection of this program.
  OWN("own");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /// As users read it.
  public String words() {
    return words;
  }
}
