package org.binnacle.diagnosis.session;

import java.util.Optional;

/// Threads that are rarely what somebody looks for; each kind can be shown.
public enum Noise {
  SLEEPING("sleeping", "connections that sleep outside a transaction"),
  DAEMON("daemon", "threads of the server itself"),
  BINLOG_DUMP("binlog dump", "threads that send the binlog to replicas"),
  REPLICATION_IDLE("idle replication", "replica threads with nothing to do"),
  OWN("own", "connections of Binnacle");

  private final String words;
  private final String describes;

  Noise(String words, String describes) {
    this.words = words;
    this.describes = describes;
  }

  public String words() {
    return words;
  }

  public String describes() {
    return describes;
  }

  /// Which noise a kind of thread is, if any.
  public static Optional<Noise> of(Kind kind) {
    return switch (kind) {
      case SLEEPING -> Optional.of(SLEEPING);
      case DAEMON -> Optional.of(DAEMON);
      case BINLOG_DUMP -> Optional.of(BINLOG_DUMP);
      case REPLICATION_IDLE -> Optional.of(REPLICATION_IDLE);
      case OWN -> Optional.of(OWN);
      case ACTIVE, IDLE_IN_TRX, REPLICATION -> Optional.empty();
    };
  }
}
